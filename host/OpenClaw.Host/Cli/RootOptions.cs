using System.CommandLine;

namespace OpenClaw.Host.Cli;

/// <summary>Options every command understands, before or after its name.</summary>
internal sealed class RootOptions
{
    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = "Use the state folder ~/.openclaw-<name>",
        HelpName = "name",
        Recursive = true,
    };

    public Option<bool> Dev { get; } = new("--dev") { Description = "Use the profile dev (port 19001)", Recursive = true };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else to standard output",
        Recursive = true,
    };

    public Option<string?> LogLevel { get; } = WithLevels(new("--log-level")
    {
        Description = "Log level of this process",
        HelpName = "level",
        Recursive = true,
    });

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (also NO_COLOR)", Recursive = true };

    private static Option<string?> WithLevels(Option<string?> option)
    {
        option.AcceptOnlyFromAmong("silent", "fatal", "error", "warn", "info", "debug", "trace");
        return option;
    }
}
