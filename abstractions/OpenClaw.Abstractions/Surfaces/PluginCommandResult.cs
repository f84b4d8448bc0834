namespace OpenClaw.Surfaces;

/// <summary>What a command has to say. Texts are cut at 256 KiB each; control characters other than tabs and line ends are left out.</summary>
public sealed record PluginCommandResult
{
    /// <summary>Goes to the standard output.</summary>
    public string Output { get; init; } = "";

    /// <summary>Goes to the standard error output.</summary>
    public string Error { get; init; } = "";

    /// <summary>0 to 125; 0 for success.</summary>
    public int ExitCode { get; init; }

    /// <summary>Success, with an output.</summary>
    /// <param name="output">What to print.</param>
    public static PluginCommandResult Text(string output) => new() { Output = output };

    /// <summary>A failure.</summary>
    /// <param name="error">What went wrong, and the fix.</param>
    /// <param name="exitCode">1 to 125.</param>
    public static PluginCommandResult Failed(string error, int exitCode = 1) => new() { Error = error, ExitCode = exitCode };
}
