namespace OpenClaw.Protocol.Devices;

/// <summary>Answer of <c>gateway.identity.get</c>.</summary>
public sealed record GatewayIdentityResult
{
    /// <summary>The id of the gateway's own key.</summary>
    public required string DeviceId { get; init; }

    /// <summary>That key, base64url.</summary>
    public required string PublicKey { get; init; }
}
