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

    // The least an answer rents. Counted on top, because a peer that never reads may be owed any number of short ones.
    private const int BufferBytes = PooledBuffer.DefaultCapacity;

    public PooledBuffer? Answer { get; init; }

    public string? EventName { get; init; }

    public ReadOnlyMemory<byte> Payload { get; init; }

    public long? Seq { get; init; }

    public StateVersion? StateVersion { get; init; }

    /// <summary>What the frame costs while it waits.</summary>
    public int Size => Answer is null ? Payload.Length + EnvelopeBytes : Answer.Length + BufferBytes;
}
