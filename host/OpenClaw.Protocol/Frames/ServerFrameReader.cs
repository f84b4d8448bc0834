using System.Text.Json;
using System.Text.Unicode;

namespace OpenClaw.Protocol.Frames;

/// <summary>Reads frames on the client's side. Unknown members are passed over: a newer gateway may add some.</summary>
public static class ServerFrameReader
{
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = GatewayLimits.MaxDepth + 1 };

    /// <summary>Reads one frame; false for anything that is neither a response nor an event.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, out ServerFrame frame)
    {
        frame = default;
        if (!Utf8.IsValid(utf8.Span))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8.Span, ReaderOptions);
            return TryReadMembers(ref reader, utf8, out frame);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, out ServerFrame frame)
    {
        frame = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var envelope = default(ServerEnvelope);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!JsonValueWalker.HasUsableText(ref reader) || !envelope.TryTake(ref reader, utf8))
            {
                return false;
            }
        }

        return !reader.Read() && envelope.TryComplete(out frame);
    }
}
