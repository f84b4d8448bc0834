using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>Commands that choose one word for a session.</summary>
internal sealed class SettingCommand(SessionStore sessions, SessionEditor editor, SessionFeed feed, IConfigSource configuration)
{
    private const int MaxShown = 40;

    public static IReadOnlyList<string> VerboseLevels { get; } = ["off", "on", "full"];

    public static IReadOnlyList<string> ReasoningLevels { get; } = ["off", "on", "stream"];

    public static IReadOnlyList<string> UsageLevels { get; } = ["off", "tokens", "full"];

    public static IReadOnlyList<string> Activations { get; } = ["mention", "always"];

    private static readonly string[] SendModes = ["on", "off"];

    public async ValueTask<string> AnswerAsync(SessionAddress session, CommandLine command, CancellationToken cancellationToken)
    {
        if (command.Name == ChatCommands.Activation && session.Kind != SessionKind.Group)
            return "This is no group; every message here is answered.";
        var word = command.Rest.ToLowerInvariant();
        var settings = (await sessions.FindAsync(session.Key, cancellationToken))?.Settings ?? SessionSettings.None;
        if (word.Length == 0 || word == "status")
            return $"{TitleOf(command.Name)}: {ValueOf(command.Name, settings) ?? $"{DefaultOf(command.Name)} (default)"}.";
        var isDefault = word is "default" or "inherit" or "reset";
        if (!isDefault && !IsValue(command.Name, word))
            return $"\"{(word.Length > MaxShown ? word[..MaxShown] : word)}\" is not known here. Write /{command.Name} {string.Join(", ", ValuesOf(command.Name))} or default.";
        await editor.EditAsync(session, (entry, _) => entry with { Settings = With(command.Name, entry.Settings, isDefault ? null : word) }, cancellationToken);
        feed.Changed(session.Key, ChangeReasons.Patch);
        return isDefault ? $"{TitleOf(command.Name)}: {DefaultOf(command.Name)} again (default)." : $"{TitleOf(command.Name)}: {word}.";
    }

    private static bool IsValue(string name, string word) =>
        name == ChatCommands.Think ? ThinkingLevels.TryParse(word, out _) : ValuesOf(name).Contains(word);

    private static IReadOnlyList<string> ValuesOf(string name) => name switch
    {
        ChatCommands.Think => ThinkingLevels.All,
        ChatCommands.Verbose => VerboseLevels,
        ChatCommands.Reasoning => ReasoningLevels,
        ChatCommands.Usage => UsageLevels,
        ChatCommands.Activation => Activations,
        _ => SendModes,
    };

    private static string TitleOf(string name) => name switch
    {
        ChatCommands.Think => "Thinking",
        ChatCommands.Verbose => "What tools do is shown",
        ChatCommands.Reasoning => "What the model thinks is shown",
        ChatCommands.Usage => "Usage below answers",
        ChatCommands.Activation => "This group is answered on",
        _ => "Answers go into this chat",
    };

    private string DefaultOf(string name)
    {
        var defaults = configuration.Current.Agents.Defaults;
        return name switch
        {
            ChatCommands.Think => defaults.ThinkingDefault ?? "as the model does",
            ChatCommands.Verbose => defaults.VerboseDefault,
            ChatCommands.Reasoning => defaults.ReasoningDefault,
            ChatCommands.Usage => UsageLevels[0],
            _ => "as configured",
        };
    }

    private static string? ValueOf(string name, SessionSettings settings) => name switch
    {
        ChatCommands.Think => settings.ThinkingLevel,
        ChatCommands.Verbose => settings.VerboseLevel,
        ChatCommands.Reasoning => settings.ReasoningLevel,
        ChatCommands.Usage => settings.ResponseUsage,
        ChatCommands.Activation => settings.GroupActivation,
        _ => settings.SendPolicy switch
        {
            SendPolicies.Allow => "on",
            SendPolicies.Deny => "off",
            _ => null,
        },
    };

    private static SessionSettings With(string name, SessionSettings settings, string? word) => name switch
    {
        ChatCommands.Think => settings with { ThinkingLevel = word },
        ChatCommands.Verbose => settings with { VerboseLevel = word },
        ChatCommands.Reasoning => settings with { ReasoningLevel = word },
        ChatCommands.Usage => settings with { ResponseUsage = word },
        ChatCommands.Activation => settings with { GroupActivation = word },
        _ => settings with { SendPolicy = word is null ? null : word == "on" ? SendPolicies.Allow : SendPolicies.Deny },
    };
}
