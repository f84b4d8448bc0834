using System.Text;
using System.Text.Json;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Dialects;

/// <summary>Understands frames as community documents write them. Asked only about frames that are no request otherwise.</summary>
internal static class CommunityFrames
{
    private const int LongestPing = 256;
    private const int LongestName = 128;
    private const string NoMethod = "must have required property 'method'";

    /// <summary>A beat inside the protocol, as clients send it that cannot reach the one below.</summary>
    /// <returns>Its answer; null when the message is none.</returns>
    public static PooledBuffer? AnswerPing(ReadOnlyMemory<byte> message)
    {
        if (message.Length > LongestPing || TryParse(message) is not { } frame)
        {
            return null;
        }

        using var closing = frame;
        if (frame.RootElement.ValueKind != JsonValueKind.Object
            || !frame.RootElement.TryGetProperty("type", out var type)
            || type.ValueKind != JsonValueKind.String
            || !type.ValueEquals("ping"))
        {
            return null;
        }

        var pong = new PooledBuffer();
        using var writer = new Utf8JsonWriter(pong);
        writer.WriteStartObject();
        writer.WriteString("type", "pong");
        if (frame.RootElement.TryGetProperty("timestamp", out var timestamp) && timestamp.ValueKind == JsonValueKind.Number)
        {
            writer.WritePropertyName("timestamp");
            timestamp.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return pong;
    }

    /// <summary>A request whose id names the method and that has no other name for it.</summary>
    /// <returns>The same request as the protocol has it; null when it is none.</returns>
    public static PooledBuffer? NameMethod(ReadOnlyMemory<byte> message, InvalidFrame invalid)
    {
        if (invalid.Violations != NoMethod || !MethodCatalog.TryGet(invalid.Id, out _))
        {
            return null;
        }

        var brace = message.Span.IndexOf((byte)'{') + 1;
        var named = new PooledBuffer(message.Length + LongestName);
        Append(named, message.Span[..brace]);
        Append(named, Encoding.UTF8.GetBytes($"\"method\":\"{invalid.Id}\","));
        Append(named, message.Span[brace..]);
        return named;
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return JsonDocument.Parse(message);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Append(PooledBuffer target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target.GetSpan(bytes.Length));
        target.Advance(bytes.Length);
    }
}
