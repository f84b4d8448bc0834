namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Parameters of <c>system.run</c>.</summary>
internal sealed record RunParams
{
    /// <summary>The program and its arguments; no shell reads them.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    public string? Cwd { get; init; }

    public long? TimeoutMs { get; init; }

    public string? AgentId { get; init; }

    public string? SessionKey { get; init; }
}
