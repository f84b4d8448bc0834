namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.controlUi</c>: the web interface and who may open it.</summary>
internal sealed record ControlUiConfig
{
    public bool Enabled { get; init; } = true;

    public string BasePath { get; init; } = "/";

    public string? Root { get; init; }

    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    public bool AllowInsecureAuth { get; init; }
}
