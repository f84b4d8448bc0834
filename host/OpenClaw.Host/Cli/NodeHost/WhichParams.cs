namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Parameters of <c>system.which</c>.</summary>
internal sealed record WhichParams
{
    public IReadOnlyList<string>? Bins { get; init; }
}
