namespace OpenClaw.Host.Cli;

/// <summary>A failure that is explained by its message alone: printed as it is, without a stack.</summary>
internal sealed class CliException(string message, int exitCode = ExitCodes.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
