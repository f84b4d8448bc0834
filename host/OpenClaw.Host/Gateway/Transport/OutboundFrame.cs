using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Transport;

/// <summary>
/// One frame waiting to be sent: an answer with bytes of its own, or a share of an event whose payload all receivers have in
/// common and which becomes a frame only when its turn comes.
/// </summary>
internal readonly record struct OutboundFrame
{
    // Names, number and versions around a payload.
    private const int EnvelopeBytes = 128;

    public PooledBuffer? Answer { get; init; }

    public string? EventName { get; init; }

    public ReadOnlyMemory<byte> Payload { get; init; }

    public long? Seq { get; init; }

    public StateVersion? StateVersion { get; init; }

    public int Size => Answer?.Length ?? (Payload.Length + EnvelopeBytes);
}
