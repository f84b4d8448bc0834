namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>How the log of one process is set up.</summary>
internal sealed record LogSettings
{
    public required LogFileLocation File { get; init; }

    public LogLevel FileLevel { get; init; } = LogLevel.Information;

    public LogLevel ConsoleLevel { get; init; } = LogLevel.Information;

    public ConsoleLineStyle ConsoleStyle { get; init; } = ConsoleLineStyle.Pretty;

    /// <summary>Null writes no console lines.</summary>
    public TextWriter? Console { get; init; }

    public bool ConsoleColours { get; init; }

    /// <summary>Size at which the live file is set aside; zero never.</summary>
    public long MaxFileBytes { get; init; } = 104_857_600;

    /// <summary>Files set aside that are kept.</summary>
    public int MaxFiles { get; init; } = 5;

    /// <summary>Whether token-shaped text is hidden; registered secrets always are.</summary>
    public bool HideTokenShapes { get; init; } = true;

    public IReadOnlyList<string> Patterns { get; init; } = [];
}
