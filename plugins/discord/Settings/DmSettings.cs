namespace OpenClaw.Channels.Discord.Settings;

/// <summary>Which chats outside of servers are listened to.</summary>
internal sealed record DmSettings
{
    /// <summary><c>false</c>: no direct messages at all.</summary>
    public bool? Enabled { get; init; }

    /// <summary><c>true</c>: group chats outside of servers too.</summary>
    public bool? GroupEnabled { get; init; }

    /// <summary>The group chats that are meant; all of them where there is no list.</summary>
    public IReadOnlyList<string>? GroupChannels { get; init; }

    public static bool TakesGroup(DmSettings? settings, string channelId) =>
        settings?.GroupEnabled == true && (settings.GroupChannels is not { Count: > 0 } list || list.Contains(channelId) || list.Contains("*"));
}
