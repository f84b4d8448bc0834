using System.Buffers;
using System.Text.Json;

namespace OpenClaw.Client.Transport;

/// <summary>JSON elements as bytes.</summary>
internal static class JsonRaw
{
    public static ReadOnlyMemory<byte> Encode(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            element.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }
}
