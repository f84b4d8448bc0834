using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Pairing;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>What a connection may do.</summary>
internal sealed record ConnectGrant
{
    /// <summary>How it proved itself; one of <see cref="AuthMethods"/>.</summary>
    public required string Method { get; init; }

    public required string Role { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The person a proxy or Tailscale vouches for; null where none does.</summary>
    public string? User { get; init; }

    /// <summary>The device whose key the caller holds; null for callers without one.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The token that device may use from now on; null while it is not paired.</summary>
    public AdmittedDevice? Device { get; init; }

    /// <summary>Tokens for further roles, handed out with a setup code.</summary>
    public IReadOnlyList<AdmittedDevice> OtherTokens { get; init; } = [];

    /// <summary>The setup code that was used up.</summary>
    public string? SetupId { get; init; }

    /// <summary>Who it turned out to be; null where that is who it was taken for.</summary>
    public Peer? VerifiedPeer { get; init; }

    /// <summary>Timestamp from before the rights were looked up.</summary>
    public long AuthorizedAt { get; init; }
}
