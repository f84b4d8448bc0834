namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Details of a write that came too soon.</summary>
internal sealed record WriteRateDetails
{
    public required string Method { get; init; }

    public required string Limit { get; init; }
}
