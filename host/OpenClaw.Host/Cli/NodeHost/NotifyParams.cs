namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Parameters of <c>system.notify</c>.</summary>
internal sealed record NotifyParams
{
    public string? Title { get; init; }

    public string? Body { get; init; }
}
