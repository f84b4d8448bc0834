namespace OpenClaw.Channels.Discord.Settings;

/// <summary>How slash commands are answered.</summary>
internal sealed record SlashSettings
{
    /// <summary>Whether only who gave the command sees its answer; so it is without a word.</summary>
    public bool? Ephemeral { get; init; }
}
