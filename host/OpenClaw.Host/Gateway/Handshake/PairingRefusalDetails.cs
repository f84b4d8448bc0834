namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Details of a connect request whose device has to be approved first.</summary>
internal sealed record PairingRefusalDetails
{
    public required string Code { get; init; }

    public required string Reason { get; init; }

    public string? RequestId { get; init; }

    public required string RemediationHint { get; init; }

    public required string DeviceId { get; init; }

    public required string RequestedRole { get; init; }

    public IReadOnlyList<string>? RequestedScopes { get; init; }

    public IReadOnlyList<string>? ApprovedRoles { get; init; }

    public IReadOnlyList<string>? ApprovedScopes { get; init; }

    public string? RecommendedNextStep { get; init; }

    public bool? Retryable { get; init; }

    public bool? PauseReconnect { get; init; }
}
