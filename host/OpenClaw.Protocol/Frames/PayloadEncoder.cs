using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Frames;

/// <summary>Encodes a payload the way frames carry it, for everything that is written more than once.</summary>
public static class PayloadEncoder
{
    /// <summary>The payload as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Encode<T>(T payload, JsonTypeInfo<T> payloadType)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var lease = JsonWriterLease.On(buffer))
        {
            JsonSerializer.Serialize(lease.Writer, payload, payloadType);
        }

        return buffer.WrittenMemory;
    }
}
