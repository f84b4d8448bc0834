using System.Text.Json;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Frames;

/// <summary>Collects the members of one frame sent by a gateway.</summary>
internal struct ServerEnvelope
{
    private ServerFrameKind? _kind;
    private string? _id;
    private string? _event;
    private bool? _ok;
    private ReadOnlyMemory<byte> _payload;
    private ReadOnlyMemory<byte> _error;
    private long? _seq;
    private StateVersion? _stateVersion;

    /// <summary>Takes the member whose name is the current token; false when its value cannot be used.</summary>
    public bool TryTake(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8)
    {
        if (reader.ValueTextEquals("payload"u8)) { return TryTakeRaw(ref reader, utf8, out _payload); }
        if (reader.ValueTextEquals("error"u8)) { return TryTakeRaw(ref reader, utf8, out _error); }
        if (reader.ValueTextEquals("type"u8)) { return TryTakeKind(ref reader); }
        if (reader.ValueTextEquals("id"u8)) { return TryTakeText(ref reader, out _id); }
        if (reader.ValueTextEquals("event"u8)) { return TryTakeEventName(ref reader); }
        if (reader.ValueTextEquals("ok"u8)) { return TryTakeOk(ref reader); }
        if (reader.ValueTextEquals("seq"u8)) { return TryTakeSeq(ref reader); }
        if (reader.ValueTextEquals("stateVersion"u8)) { return TryTakeStateVersion(ref reader, utf8); }

        return TryTakeRaw(ref reader, utf8, out _);
    }

    public readonly bool TryComplete(out ServerFrame frame)
    {
        var name = _kind == ServerFrameKind.Response ? _id : _event;
        if (_kind is not { } kind || name is null || (kind == ServerFrameKind.Response && _ok is null))
        {
            frame = default;
            return false;
        }

        frame = new ServerFrame
        {
            Kind = kind,
            Name = name,
            Ok = _ok ?? false,
            Payload = _payload,
            Error = _error,
            Seq = _seq,
            StateVersion = _stateVersion,
        };
        return true;
    }

    private static bool TryTakeRaw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8, out ReadOnlyMemory<byte> value)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var walk = JsonValueWalker.Walk(ref reader);
        value = walk == JsonWalk.Accepted ? utf8[start..(int)reader.BytesConsumed] : default;
        return walk == JsonWalk.Accepted;
    }

    private static bool TryTakeText(ref Utf8JsonReader reader, out string? text)
    {
        reader.Read();
        var usable = reader.TokenType == JsonTokenType.String && JsonValueWalker.HasUsableText(ref reader);
        text = usable ? reader.GetString() : null;
        return usable;
    }

    private bool TryTakeEventName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String || !JsonValueWalker.HasUsableText(ref reader))
        {
            return false;
        }

        _event = EventCatalog.Intern(ref reader) ?? reader.GetString();
        return true;
    }

    private bool TryTakeKind(ref Utf8JsonReader reader)
    {
        if (!TryTakeText(ref reader, out var text))
        {
            return false;
        }

        _kind = text switch
        {
            "res" => ServerFrameKind.Response,
            "event" => ServerFrameKind.Event,
            _ => null,
        };
        return _kind is not null;
    }

    private bool TryTakeOk(ref Utf8JsonReader reader)
    {
        reader.Read();
        _ok = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        return _ok is not null;
    }

    private bool TryTakeSeq(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var seq))
        {
            return false;
        }

        _seq = seq;
        return true;
    }

    private bool TryTakeStateVersion(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8)
    {
        if (!TryTakeRaw(ref reader, utf8, out var raw))
        {
            return false;
        }

        _stateVersion = JsonSerializer.Deserialize(raw.Span, ProtocolJsonContext.Default.StateVersion);
        return true;
    }
}
