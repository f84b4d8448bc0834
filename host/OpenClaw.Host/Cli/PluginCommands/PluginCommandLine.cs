using System.CommandLine;

namespace OpenClaw.Host.Cli.PluginCommands;

/// <summary>Adds commands of plugins to the command line, where a line is not about one of its own.</summary>
internal static class PluginCommandLine
{
    /// <returns>Whether there are any.</returns>
    public static bool AddTo(RootCommand root, ParseResult parsed, string[] arguments, CliEnvironment environment)
    {
        var installed = InstalledCommands.Find(new CliInvocation(parsed, environment));
        foreach (var command in installed)
            root.Subcommands.Add(new PluginRunCommand(command, Rest(root, arguments)).Build(environment));
        return installed.Count > 0;
    }

    /// <summary>What stands behind the command's name, in its own order; what the command line itself understands is left out.</summary>
    private static string[] Rest(RootCommand root, string[] arguments)
    {
        var at = 0;
        while (at < arguments.Length && arguments[at].StartsWith('-'))
            at += TakesValue(root, arguments[at]) ? 2 : 1;
        var rest = arguments.Skip(at + 1);
        var own = rest.TakeWhile(static word => word != "--").Where(word => !IsFlag(root, word));
        return [.. own, .. rest.SkipWhile(static word => word != "--").Skip(1)];
    }

    private static bool TakesValue(RootCommand root, string word) => Option(root, word) is { Arity.MinimumNumberOfValues: > 0 };

    private static bool IsFlag(RootCommand root, string word) => Option(root, word) is { Recursive: true, Arity.MinimumNumberOfValues: 0 };

    private static Option? Option(RootCommand root, string word) =>
        root.Options.FirstOrDefault(option => option.Name == word || option.Aliases.Contains(word));
}
