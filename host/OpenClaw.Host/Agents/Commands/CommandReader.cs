using System.Text;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>Finds in a message what is for the gateway: a command that it is, or directives that stand in it.</summary>
internal sealed class CommandReader(ModelNames models, IConfigSource configuration)
{
    private const int MaxDirectives = 20;

    // A long text of slashes is not worth a look at the models for each of them.
    private const int MaxLooks = 500;

    /// <summary>Words beside the usual ones that begin a new conversation.</summary>
    public IReadOnlyList<string> ResetTriggers => configuration.Current.Session.ResetTriggers;

    /// <param name="agentId">Whom the message is for.</param>
    /// <param name="message">The message.</param>
    /// <param name="mayGive">Whether its sender may give a command; what may not be given stays plain text.</param>
    public ParsedMessage Read(string agentId, string message, Func<string, bool> mayGive)
    {
        var command = CommandLine.Parse(message, ResetTriggers);
        if (command is not null && mayGive(command.Name) && !IsPartOfMore(agentId, command))
            return new ParsedMessage([command with { ChoosesNoModel = !mayGive(ChatCommands.Model) }], null);
        var inline = Directives(agentId, message, mayGive);
        if (inline.Commands.Count == 0)
            return ParsedMessage.Plain;
        return inline.Text.Length == 0 ? new ParsedMessage(inline.Commands, null) : new ParsedMessage([], inline);
    }

    /// <summary>What a level or a mode may be called.</summary>
    public bool IsValue(string agentId, string directive, string word) => directive switch
    {
        ChatCommands.Think => ThinkingLevels.TryParse(word, out _),
        ChatCommands.Verbose => SettingCommand.VerboseLevels.Contains(word.ToLowerInvariant()),
        ChatCommands.Reasoning => SettingCommand.ReasoningLevels.Contains(word.ToLowerInvariant()),
        ChatCommands.Queue => QueueModeText.Parse(word.ToLowerInvariant()) is not null,
        ChatCommands.Model => models.Find(agentId, word) is not null,
        _ => false,
    };

    // "/think high" chooses for the session, "/think high Why is the sky blue?" for this one message.
    private bool IsPartOfMore(string agentId, CommandLine command)
    {
        if (ChatCommands.IsQuestion(command.Name))
            return command.Rest.Length > 0;
        var end = command.Rest.AsSpan().IndexOfAny(' ', '\t', '\n');
        return ChatCommands.IsDirective(command.Name) && end > 0 && IsValue(agentId, command.Name, command.Rest[..end]);
    }

    private InlineDirectives Directives(string agentId, string message, Func<string, bool> mayGive)
    {
        var found = new List<CommandLine>();
        ModelReference? model = null;
        var left = new StringBuilder();
        var (kept, looks) = (0, 0);
        for (var at = message.IndexOf('/', StringComparison.Ordinal); at >= 0 && found.Count < MaxDirectives && looks++ < MaxLooks;)
        {
            var (command, end) = At(agentId, message, at, mayGive);
            if (command is null)
            {
                at = message.IndexOf('/', at + 1);
                continue;
            }

            found.Add(command);
            if (command.Name == ChatCommands.Model)
                model = models.Find(agentId, command.Rest);
            left.Append(message, kept, at - kept);
            kept = end < message.Length && left.Length > 0 && char.IsWhiteSpace(left[^1]) ? end + 1 : end;
            at = kept < message.Length ? message.IndexOf('/', kept) : -1;
        }

        left.Append(message, kept, message.Length - kept);
        return new InlineDirectives(found.Count == 0 ? message : left.ToString().Trim()) { Commands = found, Model = model };
    }

    private (CommandLine? Command, int End) At(string agentId, string message, int at, Func<string, bool> mayGive)
    {
        if (at > 0 && !char.IsWhiteSpace(message[at - 1]))
            return default;
        var end = at + 1;
        while (end < message.Length && char.IsAsciiLetter(message[end]))
            end++;
        if (ChatCommands.Find(message[(at + 1)..end].ToLowerInvariant()) is not { } name || (end < message.Length && message[end] != ':' && !char.IsWhiteSpace(message[end])))
            return default;
        if (ChatCommands.IsQuestion(name))
            return (end == message.Length || message[end] != ':') && mayGive(name) ? (new CommandLine(name, string.Empty), end) : default;
        if (!ChatCommands.IsDirective(name) || !mayGive(name))
            return default;
        if (end < message.Length && message[end] == ':')
            end++;
        while (end < message.Length && message[end] is ' ' or '\t')
            end++;
        var start = end;
        while (end < message.Length && !char.IsWhiteSpace(message[end]))
            end++;
        var value = message[start..end];
        return IsValue(agentId, name, value) ? (new CommandLine(name, value), end) : default;
    }
}
