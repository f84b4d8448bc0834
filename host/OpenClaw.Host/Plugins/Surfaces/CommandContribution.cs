using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>A command of the command line that a plugin offers.</summary>
internal sealed record CommandContribution(
    PluginCommand Command, PluginEntrance<Func<PluginCommandCall, CancellationToken, Task<PluginCommandResult>>> Entrance)
{
    private const int MaxCharacters = 256 * 1024;
    private const int MaxExitCode = 125;

    public string PluginId => Entrance.PluginId;

    public Task<PluginCommandResult> RunAsync(PluginCommandCall call, CancellationToken cancellationToken) =>
        Entrance.CallAsync(async (handler, token) => Copy(await handler(call, token)), cancellationToken);

    private static PluginCommandResult Copy(PluginCommandResult? result) => result is null
        ? throw new InvalidOperationException("The command gave no result. Return PluginCommandResult.Text or Failed.")
        : new PluginCommandResult
        {
            Output = Plain(result.Output),
            Error = Plain(result.Error),
            ExitCode = result.ExitCode is >= 0 and <= MaxExitCode ? result.ExitCode : 1,
        };

    // Written to a terminal: sequences of control characters could make it show or do other things.
    private static string Plain(string? text)
    {
        var cut = text is null ? "" : text.Length <= MaxCharacters ? text : $"{text[..MaxCharacters]}\n… (cut)\n";
        return cut.Any(static c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? string.Concat(cut.Where(static c => !char.IsControl(c) || c is '\n' or '\r' or '\t'))
            : cut;
    }
}
