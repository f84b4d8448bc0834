using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli;

/// <summary>What commands see of the world around them.</summary>
/// <param name="Console">Where people and scripts read.</param>
/// <param name="Variable">Environment variables.</param>
/// <param name="Time">Clock and timers.</param>
internal sealed record CliEnvironment(ICliConsole Console, Func<string, string?> Variable, TimeProvider Time)
{
    /// <summary>The options all commands share. A command tree owns its options, so they cannot be shared more widely.</summary>
    public RootOptions Options { get; } = new();

    public static CliEnvironment OfProcess() => new(TerminalConsole.OfProcess(), Environment.GetEnvironmentVariable, TimeProvider.System);
}
