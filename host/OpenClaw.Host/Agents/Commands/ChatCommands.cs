using System.Collections.Frozen;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Commands;

/// <summary>The commands people can write into a chat. They are answered without a model.</summary>
internal static class ChatCommands
{
    public const string Help = "help";
    public const string Commands = "commands";
    public const string Status = "status";
    public const string WhoAmI = "whoami";
    public const string New = "new";
    public const string Reset = "reset";
    public const string Stop = "stop";
    public const string Queue = "queue";
    public const string Compact = "compact";

    public static IReadOnlyList<ChatCommandEntry> All { get; } =
    [
        Entry(Help, "Says what can be written here.", "status"),
        Entry(Commands, "Lists all commands.", "status"),
        Entry(Status, "Shows the model, the tokens and what is running.", "status"),
        Entry(WhoAmI, "Shows who the gateway takes you for.", "status"),
        Entry(Stop, "Stops what is running in this session.", "session"),
        Entry(Queue, "Says what messages do that come while the assistant works: steer, followup, collect, interrupt or default.", "session", takesWords: true),
        Entry(Compact, "Summarises the older part of this conversation; words behind it say what matters.", "session", takesWords: true),
        Entry(New, "Starts a new conversation; words behind it are its first message.", "session", takesWords: true),
        Entry(Reset, "Empties this conversation; words behind it are its first message.", "session", takesWords: true),
    ];

    public static FrozenSet<string> Names { get; } = All.Select(static command => command.Name).ToFrozenSet(StringComparer.Ordinal);

    private static ChatCommandEntry Entry(string name, string description, string category, bool takesWords = false) => new()
    {
        Name = name,
        NativeName = name,
        TextAliases = [$"/{name}"],
        Description = description,
        Category = category,
        Source = "native",
        Scope = "both",
        AcceptsArgs = takesWords,
    };
}
