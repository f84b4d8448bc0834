using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>Lends the thread's JSON writer, so that writing a frame allocates nothing but its bytes.</summary>
internal readonly ref struct JsonWriterLease
{
    // Frames are never placed inside HTML, so text stays readable and short.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    private JsonWriterLease(Utf8JsonWriter writer) => Writer = writer;

    public Utf8JsonWriter Writer { get; }

    public static JsonWriterLease On(IBufferWriter<byte> output)
    {
        var writer = _idle;
        if (writer is null)
        {
            return new JsonWriterLease(new Utf8JsonWriter(output, WriterOptions));
        }

        _idle = null;
        writer.Reset(output);
        return new JsonWriterLease(writer);
    }

    public void Dispose()
    {
        Writer.Flush();
        Writer.Reset(Stream.Null);
        _idle = Writer;
    }
}
