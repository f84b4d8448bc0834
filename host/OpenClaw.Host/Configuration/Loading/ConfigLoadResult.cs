using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>What became of the file: a snapshot, or every reason why not.</summary>
internal sealed record ConfigLoadResult
{
    public required string Path { get; init; }

    /// <summary>Without a file everything runs on defaults.</summary>
    public required bool Exists { get; init; }

    /// <summary>What the command line said.</summary>
    public ConfigOverrides Overrides { get; init; } = ConfigOverrides.None;

    /// <summary>Null when there are errors.</summary>
    public OpenClawConfig? Config { get; init; }

    public required IReadOnlyList<ConfigIssue> Issues { get; init; }

    public required IReadOnlyList<ConfigIssue> Warnings { get; init; }

    /// <summary>The file's bytes; empty without a file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The file's text; null when it is not readable text.</summary>
    public string? Text { get; init; }

    /// <summary>As written; null when it does not parse.</summary>
    public ConfigObject? Parsed { get; init; }

    /// <summary>In the current spelling, with the agents there are.</summary>
    public ConfigObject? Source { get; init; }

    /// <summary>With variables filled in.</summary>
    public ConfigObject? Resolved { get; init; }

    public bool IsValid => Config is not null;

    /// <summary>The snapshot, or one exception that names every issue.</summary>
    /// <exception cref="ConfigInvalidException">There are errors.</exception>
    public OpenClawConfig Require() => Config ?? throw new ConfigInvalidException(this);
}
