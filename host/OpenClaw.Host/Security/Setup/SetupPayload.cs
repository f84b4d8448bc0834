namespace OpenClaw.Host.Security.Setup;

/// <summary>What a setup code says.</summary>
internal sealed record SetupPayload
{
    public required string Url { get; init; }

    public required string BootstrapToken { get; init; }

    public required long ExpiresAtMs { get; init; }
}
