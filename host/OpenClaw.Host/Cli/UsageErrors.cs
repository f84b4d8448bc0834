using System.CommandLine;
using System.CommandLine.Parsing;
using OpenClaw.Host.Configuration.Schema;

namespace OpenClaw.Host.Cli;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static CliReport Explain(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var path = PathOf(arguments.CommandResult);
        var message = arguments.UnmatchedTokens is [var token, ..] ? Unmatched(token, command, path) : Violation(arguments);
        var report = CliReport.Local(message);
        return report with { Lines = [message, $"Try: {path} --help"] };
    }

    /// <summary>The command with the words that lead to it.</summary>
    public static string PathOf(CommandResult command)
    {
        var words = new Stack<string>();
        for (SymbolResult? at = command; at is CommandResult { Command: not RootCommand } result; at = result.Parent)
        {
            words.Push(result.Command.Name);
        }

        return string.Join(' ', words.Prepend("openclaw"));
    }

    private static string Unmatched(string token, Command command, string path)
    {
        if (token.StartsWith('-'))
        {
            var options = OptionsOf(command).SelectMany(static option => option.Aliases.Prepend(option.Name));
            return $"OpenClaw does not recognize option \"{token.Split('=')[0]}\"." + Guess(token.Split('=')[0], options);
        }

        var names = command.Subcommands.Where(static sub => !sub.Hidden).Select(static sub => sub.Name).ToList();
        return (command, names.Count) switch
        {
            (RootCommand, _) => $"OpenClaw does not know the command \"{token}\"." + Guess(token, names),
            (_, > 0) => $"OpenClaw {path["openclaw ".Length..]} has no command \"{token}\"." + Guess(token, names),
            _ => $"OpenClaw {path["openclaw ".Length..]} does not take \"{token}\".",
        };
    }

    private static string Violation(ParseResult arguments)
    {
        var command = arguments.CommandResult;
        var missing = command.Command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > 0 && command.GetResult(argument) is null or { Tokens.Count: 0 });
        return missing is not null ? $"Missing required argument \"{missing.Name}\"." : Named(arguments.Errors[0]);
    }

    // The parser tells what it would take, over several lines, and not what for.
    private static string Named(ParseError error)
    {
        var option = (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult)?.Option;
        return option is null || error.Message.Contains(option.Name, StringComparison.Ordinal)
            ? error.Message
            : $"Invalid {option.Name}. {string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            foreach (var option in at.Options)
            {
                if (at == command || option.Recursive)
                {
                    yield return option;
                }
            }
        }
    }

    // A known option in a place where it does not count stands before its command.
    private static string Guess(string given, IEnumerable<string> known) => KeySpelling.Closest(given, known) switch
    {
        null => "",
        var closest when closest == given => " Write it behind the command it belongs to.",
        var closest => $" Did you mean \"{closest}\"?",
    };
}
