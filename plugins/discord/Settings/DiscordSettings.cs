using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Settings;

/// <summary>What <c>channels.discord</c> says to the plugin. Who may write to the bot is the gateway's matter and not read here.</summary>
internal sealed record DiscordSettings
{
    public SecretRef? Token { get; init; }

    /// <summary>Another REST base for this account, with its version; <c>DISCORD_API_URL</c> for all of them.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>The application's id, which is asked for otherwise.</summary>
    public string? ApplicationId { get; init; }

    public string? Proxy { get; init; }

    public IntentSettings? Intents { get; init; }

    public DmSettings? Dm { get; init; }

    public CommandSettings? Commands { get; init; }

    public SlashSettings? SlashCommand { get; init; }

    /// <summary>Whether links get no preview; so it is without a word.</summary>
    public bool? SuppressEmbeds { get; init; }

    /// <summary>Names that models write, and the ids of who is meant.</summary>
    public IReadOnlyDictionary<string, string>? MentionAliases { get; init; }

    public bool HidesEmbeds => SuppressEmbeds != false;

    /// <exception cref="ChannelException">A value cannot be used.</exception>
    public static DiscordSettings Read(JsonElement settings)
    {
        try
        {
            return settings.Deserialize(SettingsJson.Default.DiscordSettings) ?? new DiscordSettings();
        }
        catch (JsonException error)
        {
            // Without the inner text: it may hold the value.
            throw Wrong($"channels.discord{error.Path?.TrimStart('$')} has a value of the wrong kind; correct it in the configuration");
        }
    }

    /// <exception cref="ChannelException">It is no address.</exception>
    public Uri? ProxyAddress() =>
        string.IsNullOrWhiteSpace(Proxy) ? null
        : Uri.TryCreate(Proxy.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5" ? address
        : throw Wrong("channels.discord.proxy is no address; write it like http://127.0.0.1:8080");

    internal static ChannelException Wrong(string text) => new(text) { IsTransient = false };
}
