using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>The outcome for one connect request: a refusal, or everything that was settled.</summary>
internal sealed record ConnectDecision
{
    public Refusal? Refusal { get; init; }

    public ConnectParams? Connect { get; init; }

    public ConnectGrant? Grant { get; init; }

    public int Protocol { get; init; }

    public static implicit operator ConnectDecision(Refusal refusal) => new() { Refusal = refusal };
}
