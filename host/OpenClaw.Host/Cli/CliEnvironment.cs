using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli;

/// <summary>What commands see of the world around them.</summary>
/// <param name="Console">Where people and scripts read.</param>
/// <param name="Variable">Environment variables.</param>
/// <param name="Time">Clock and timers.</param>
internal sealed record CliEnvironment(ICliConsole Console, Func<string, string?> Variable, TimeProvider Time)
{
    public static CliEnvironment OfProcess() => new(TerminalConsole.OfProcess(), Environment.GetEnvironmentVariable, TimeProvider.System);
}
