using System.Text.Json;
using System.Text.Unicode;

namespace OpenClaw.Protocol.Frames;

/// <summary>
/// Reads request envelopes in one pass. It never throws for what a peer sent, builds no document, and allocates only the strings it returns.
/// </summary>
public static class FrameReader
{
    // One level above our own limit: the reader must not throw before we can answer with a reason.
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = GatewayLimits.MaxDepth + 1 };

    /// <summary>Reads one frame.</summary>
    /// <param name="utf8">The whole message. <see cref="RequestFrame.Params"/> will point into it.</param>
    /// <param name="request">The request when the result is <see cref="FrameReadStatus.Request"/>.</param>
    /// <param name="invalid">The reason when the result is <see cref="FrameReadStatus.Invalid"/>.</param>
    /// <param name="protocol">The dialect: version 3 has no trace and no profile member.</param>
    public static FrameReadStatus Read(
        ReadOnlyMemory<byte> utf8,
        out RequestFrame request,
        out InvalidFrame? invalid,
        int protocol = ProtocolVersions.Current)
    {
        request = default;
        invalid = null;
        if (!Utf8.IsValid(utf8.Span))
        {
            return FrameReadStatus.NotJson;
        }

        var envelope = new RequestEnvelope(protocol);
        try
        {
            var reader = new Utf8JsonReader(utf8.Span, ReaderOptions);
            ReadEnvelope(ref reader, utf8, ref envelope);
        }
        catch (JsonException)
        {
            return FrameReadStatus.NotJson;
        }

        return envelope.TryComplete(out request, out invalid) ? FrameReadStatus.Request : FrameReadStatus.Invalid;
    }

    private static void ReadEnvelope(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, ref RequestEnvelope envelope)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            envelope.Report("must be object");
            if (JsonValueWalker.Walk(ref reader) != JsonWalk.TooDeep)
            {
                reader.Read();
            }

            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = envelope.Identify(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            envelope.TakeString(member, ref reader);
            switch (JsonValueWalker.Walk(ref reader))
            {
                case JsonWalk.TooDeep:
                    // The rest is not read: a hundred thousand brackets cost as much as sixty-five.
                    envelope.ReportTooDeep();
                    return;
                case JsonWalk.UnusableString:
                    envelope.ReportUnusableString(member);
                    break;
            }

            if (member == RequestMember.Params)
            {
                envelope.TakeParams(utf8[start..(int)reader.BytesConsumed]);
            }
        }

        reader.Read();
    }
}
