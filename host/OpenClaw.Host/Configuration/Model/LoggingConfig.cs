namespace OpenClaw.Host.Configuration.Model;

/// <summary>The <c>logging</c> section, with <c>OPENCLAW_LOG_LEVEL</c> applied.</summary>
internal sealed record LoggingConfig
{
    public LogLevel Level { get; init; } = LogLevel.Information;

    public LogLevel ConsoleLevel { get; init; } = LogLevel.Information;

    public ConsoleStyle ConsoleStyle { get; init; } = ConsoleStyle.Pretty;

    /// <summary>Null means the dated file of the log directory.</summary>
    public string? File { get; init; }

    /// <summary>Size at which the file is rotated; zero never rotates.</summary>
    public long MaxFileBytes { get; init; } = 104_857_600;

    /// <summary>Rotated files kept beside the live one.</summary>
    public int MaxFiles { get; init; } = 5;

    /// <summary>Whether token-shaped text is hidden. Known secrets always are.</summary>
    public bool RedactSensitive { get; init; } = true;

    /// <summary>Replace the built-in patterns when not empty.</summary>
    public IReadOnlyList<string> RedactPatterns { get; init; } = [];
}
