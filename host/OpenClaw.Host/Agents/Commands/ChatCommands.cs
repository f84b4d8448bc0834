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
    public const string Model = "model";
    public const string Models = "models";
    public const string Think = "think";
    public const string Verbose = "verbose";
    public const string Reasoning = "reasoning";
    public const string Usage = "usage";
    public const string Send = "send";
    public const string Activation = "activation";
    public const string Approve = "approve";
    public const string Restart = "restart";

    /// <summary>Known, so that no model has to guess what was meant; there is nothing here that they could change.</summary>
    public const string Exec = "exec";
    public const string Elevated = "elevated";

    public static IReadOnlyList<ChatCommandEntry> All { get; } =
    [
        Entry(Help, "Says what can be written here.", "status"),
        Entry(Commands, "Lists all commands.", "status"),
        Entry(Status, "Shows the model, the tokens and what is running.", "status"),
        Entry(WhoAmI, "Shows who the gateway takes you for.", "status", takesWords: false, "id"),
        Entry(Stop, "Stops what is running in this session.", "session"),
        Entry(New, "Starts a new conversation; a model may follow, and the first message.", "session", takesWords: true),
        Entry(Reset, "Empties this conversation; words behind it are its first message. \"soft\" empties nothing.", "session", takesWords: true),
        Entry(Compact, "Summarises the older part of this conversation; words behind it say what matters.", "session", takesWords: true),
        Entry(Queue, "Says what messages do that come while the assistant works: steer, followup, collect, interrupt or default.", "session", takesWords: true),
        Entry(Send, "Lets answers into this chat or holds them back: on, off or inherit. For owners.", "management", takesWords: true),
        Entry(Activation, "Says when a group is answered: mention or always. For owners.", "management", takesWords: true),
        Entry(Model, "Shows or chooses the model: a name, list, status or default.", "options", takesWords: true),
        Entry(Models, "Lists the models; a provider may follow.", "options", takesWords: true),
        Entry(Think, "How much the model thinks: off to max, or default.", "options", takesWords: true, "thinking", "t"),
        Entry(Verbose, "Shows in this chat what tools do: off, on or full.", "options", takesWords: true, "v"),
        Entry(Reasoning, "Shows in this chat what the model thinks: off, on or stream.", "options", takesWords: true, "reason"),
        Entry(Usage, "Adds to each answer in this chat what it took: off, tokens or full.", "options", takesWords: true),
        Entry(Approve, "Decides on a program that waits for consent: its id, then allow-once, allow-always or deny.", "management", takesWords: true),
        Entry(Restart, "Restarts the gateway. For owners.", "management"),
    ];

    /// <summary>Answered beside the message they stand in.</summary>
    public static bool IsQuestion(string name) => name is Help or Commands or Status or WhoAmI;

    /// <summary>Choose something for the message they stand in.</summary>
    public static bool IsDirective(string name) => name is Model or Think or Verbose or Reasoning or Queue;

    public static bool IsForOwners(string name) => name is Send or Activation or Restart;

    /// <summary>The command that a word stands for; nothing when it is none.</summary>
    public static string? Find(string word) => word switch
    {
        "id" => WhoAmI,
        "thinking" or "t" => Think,
        "v" => Verbose,
        "reason" => Reasoning,
        Help or Commands or Status or WhoAmI or New or Reset or Stop or Queue or Compact or Model or Models or Think or Verbose or Reasoning
            or Usage or Send or Activation or Approve or Restart or Exec or Elevated => word,
        _ => null,
    };

    private static ChatCommandEntry Entry(string name, string description, string category, bool takesWords = false, params string[] others) => new()
    {
        Name = name,
        NativeName = name,
        TextAliases = [$"/{name}", .. others.Select(static other => $"/{other}")],
        Description = description,
        Category = category,
        Source = "native",
        Scope = "both",
        AcceptsArgs = takesWords,
    };
}
