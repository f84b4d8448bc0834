namespace OpenClaw.Protocol.Frames;

/// <summary>A frame sent by the gateway, read by a client. Payload and error point into the buffer that was read.</summary>
public readonly record struct ServerFrame
{
    /// <summary>Response or event.</summary>
    public required ServerFrameKind Kind { get; init; }

    /// <summary>The request id of a response, or the name of an event.</summary>
    public required string Name { get; init; }

    /// <summary>True for a successful response.</summary>
    public bool Ok { get; init; }

    /// <summary>The payload as UTF-8 JSON; empty when absent.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The error as UTF-8 JSON; empty when absent.</summary>
    public ReadOnlyMemory<byte> Error { get; init; }

    /// <summary>The number of a broadcast event on this connection.</summary>
    public long? Seq { get; init; }

    /// <summary>Versions that accompany presence and health events.</summary>
    public StateVersion? StateVersion { get; init; }
}
