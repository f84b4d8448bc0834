using OpenClaw.Host.Nodes.Surfaces;

namespace OpenClaw.Host.Nodes;

/// <summary>A node that has just passed the handshake: what it says of itself, cut to a size worth keeping, and how it got in.</summary>
internal sealed record NodeArrival
{
    public required string NodeId { get; init; }

    public required string ConnectionId { get; init; }

    /// <summary>What it offers, as declared.</summary>
    public required NodeSurface Declared { get; init; }

    public required NodeIdentity Identity { get; init; }

    public required int Protocol { get; init; }

    /// <summary>On the gateway's own machine.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>It brought the gateway's secret, not just a token of its own.</summary>
    public required bool HasSharedSecret { get; init; }

    /// <summary>It was let in by a setup code, whose owner meant it to be of use.</summary>
    public required bool BySetupCode { get; init; }
}
