namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>What is asked with <c>exec.approval.request</c>.</summary>
internal sealed record ConsentRequest
{
    public required string Command { get; init; }

    public required IReadOnlyList<string> CommandArgv { get; init; }

    public string? Cwd { get; init; }

    public string? NodeId { get; init; }

    public string Host { get; } = "node";

    public string? ResolvedPath { get; init; }

    public string? AgentId { get; init; }

    public string? SessionKey { get; init; }

    /// <summary>Each command is asked about: this machine keeps no list of what was allowed for good.</summary>
    public IReadOnlyList<string> UnavailableDecisions { get; } = ["allow-always"];

    public required long TimeoutMs { get; init; }
}
