using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Agents.Common.Requests;

/// <summary>Writes the JSON of a request.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static async Task<ReadOnlyMemory<byte>> WriteAsync(Func<Utf8JsonWriter, Task> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        await write(writer);
        writer.WriteEndObject();
        await writer.FlushAsync();
        return buffer.WrittenMemory;
    }
}
