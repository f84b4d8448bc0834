namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.http</c>: which endpoints beside the socket are served.</summary>
internal sealed record GatewayHttpConfig
{
    public bool ChatCompletionsEnabled { get; init; }

    public bool ResponsesEnabled { get; init; }

    public long ResponsesMaxBodyBytes { get; init; } = 20_000_000;

    public int ResponsesMaxUrlParts { get; init; } = 8;

    /// <summary>Value of the Strict-Transport-Security header; null sends none.</summary>
    public string? StrictTransportSecurity { get; init; }
}
