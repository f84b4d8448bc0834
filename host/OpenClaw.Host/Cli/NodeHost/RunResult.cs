namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Answer of <c>system.run</c>.</summary>
internal sealed record RunResult
{
    /// <summary>Null when it was ended.</summary>
    public int? ExitCode { get; init; }

    public required bool TimedOut { get; init; }

    public required bool Success { get; init; }

    public required string Stdout { get; init; }

    public required string Stderr { get; init; }

    /// <summary>True when more was written than is kept.</summary>
    public required bool Truncated { get; init; }
}
