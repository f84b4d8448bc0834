namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Details of a connect request whose credentials were not accepted.</summary>
internal sealed record UnauthorizedDetails
{
    public required string Code { get; init; }

    public required string AuthReason { get; init; }

    public required bool CanRetryWithDeviceToken { get; init; }

    public required string RecommendedNextStep { get; init; }
}
