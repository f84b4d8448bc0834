using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli;

/// <summary>A failure in both its forms: lines for people on standard error, one document for scripts on standard output.</summary>
internal sealed record CliReport(IReadOnlyList<string> Lines, CliFailure Failure, int ExitCode = ExitCodes.Failure)
{
    public static CliReport Local(string message, int exitCode = ExitCodes.Failure) =>
        new([message], new CliFailure { Error = new() { Type = CliError.Local, Message = message } }, exitCode);

    /// <summary>Something nobody thought of; with debugging on, where it happened.</summary>
    public static CliReport Unexpected(Exception error, bool withStack) => new(
        [
            "[openclaw] The CLI command failed.",
            $"[openclaw] Reason: {error.Message}",
            withStack ? $"[openclaw] {error}" : "[openclaw] Debug: set OPENCLAW_DEBUG=1 to include the stack trace.",
            "[openclaw] Help: openclaw --help",
        ],
        new CliFailure { Error = new() { Type = CliError.Local, Message = error.Message } });

    public int Print(ICliConsole console, bool json)
    {
        if (json)
        {
            console.WriteJson(Failure, CliJsonContext.Default.CliFailure);
            return ExitCode;
        }

        foreach (var line in Lines)
        {
            console.Error.WriteLine(ControlText.Harmless(line));
        }

        return ExitCode;
    }
}
