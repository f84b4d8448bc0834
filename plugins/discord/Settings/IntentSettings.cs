namespace OpenClaw.Channels.Discord.Settings;

/// <summary>What the bot asks Discord to be told of.</summary>
internal sealed record IntentSettings
{
    private const int Guilds = 1 << 0;
    private const int Members = 1 << 1;
    private const int Expressions = 1 << 3;
    private const int Voices = 1 << 7;
    private const int Presences = 1 << 8;
    private const int Messages = 1 << 9;
    private const int Reactions = 1 << 10;
    private const int DirectMessages = 1 << 12;
    private const int DirectReactions = 1 << 13;
    private const int Content = 1 << 15;

    /// <summary>The text of messages that do not name the bot; Discord wants it switched on for the application too.</summary>
    public bool? MessageContent { get; init; }

    public bool? Presence { get; init; }

    public bool? GuildMembers { get; init; }

    public bool? VoiceStates { get; init; }

    public static int Of(IntentSettings? settings) =>
        Guilds | Expressions | Messages | Reactions | DirectMessages | DirectReactions
        | (settings?.MessageContent == false ? 0 : Content)
        | (settings?.GuildMembers == true ? Members : 0)
        | (settings?.Presence == true ? Presences : 0)
        | (settings?.VoiceStates == true ? Voices : 0);
}
