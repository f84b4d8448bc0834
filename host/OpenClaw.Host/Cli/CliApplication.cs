using System.CommandLine;
using System.CommandLine.Invocation;
using OpenClaw.Host.Cli.PluginCommands;

namespace OpenClaw.Host.Cli;

/// <summary>The whole command line: which commands there are, and how a line becomes an exit code.</summary>
internal static class CliApplication
{
    public static async Task<int> RunAsync(string[] arguments, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var root = Build(environment, arguments.FirstOrDefault());
        var result = root.Parse(arguments);
        // Help, completion, or a word that the command line does not know: plugins may.
        if (result.CommandResult.Command == root && PluginCommandLine.AddTo(root, result, arguments, environment))
            result = root.Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            return result.UnmatchedTokens.Count == 0 && result.CommandResult.Command.Action is null
                ? Help(root, [.. arguments, "--help"], environment)
                : UsageErrors.Explain(result).Print(environment.Console, result.GetValue(environment.Options.Json));
        }

        // Signals are the program's business, and failures are explained by the commands.
        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Console.Output,
                Error = environment.Console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    /// <param name="environment">What commands use.</param>
    /// <param name="first">What the line begins with; other words may be left out then.</param>
    internal static RootCommand Build(CliEnvironment environment, string? first = null)
    {
        var root = new RootCommand("Self-hosted gateway between chat channels, AI agents and tools.")
        {
            environment.Options.Profile, environment.Options.Dev, environment.Options.Json, environment.Options.LogLevel,
            environment.Options.NoColor,
        };
        foreach (var option in root.Options)
        {
            if (option is VersionOption)
            {
                option.Aliases.Add("-V");
                option.Action = new VersionAction(environment.Console);
            }
        }

        CliWords.AddTo(root, environment, first);
        root.SetAction(result => Help(root, ["--help"], environment));
        return root;
    }

    /// <summary>A line that stops before the verb: help is the answer, and a script learns that nothing was done.</summary>
    private static int Help(RootCommand root, string[] arguments, CliEnvironment environment)
    {
        var isBare = arguments is ["--help"];
        var output = isBare ? environment.Console.Output : environment.Console.Error;
        root.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = environment.Console.Error });
        return isBare ? ExitCodes.Success : ExitCodes.Failure;
    }
}
