using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>What <c>channels.telegram</c> says to the plugin. Who may write to the bot is the gateway's matter and not read here.</summary>
internal sealed record TelegramSettings
{
    private const string OfficialRoot = "https://api.telegram.org";

    public SecretRef? BotToken { get; init; }

    public string? TokenFile { get; init; }

    /// <summary>The address of the Bot API, without <c>/bot&lt;token&gt;</c>.</summary>
    public string? ApiRoot { get; init; }

    public string? Proxy { get; init; }

    /// <summary>The address that Telegram sends events to; without it the plugin asks for them.</summary>
    public string? WebhookUrl { get; init; }

    public SecretRef? WebhookSecret { get; init; }

    /// <summary>Of OpenClaw's own listener, which there is none of here.</summary>
    public string? WebhookPath { get; init; }

    public string? WebhookHost { get; init; }

    public int? WebhookPort { get; init; }

    /// <summary>Entries of the command menu beside the gateway's own.</summary>
    public IReadOnlyList<CustomCommand>? CustomCommands { get; init; }

    public MenuSettings? Commands { get; init; }

    /// <summary>Whether links get a preview; Telegram decides without it.</summary>
    public bool? LinkPreview { get; init; }

    /// <exception cref="ChannelException">A value cannot be used.</exception>
    public static TelegramSettings Read(JsonElement settings)
    {
        try
        {
            return settings.Deserialize(SettingsJson.Default.TelegramSettings) ?? new TelegramSettings();
        }
        catch (JsonException error)
        {
            // Without the inner text: it may hold the value.
            throw Wrong($"channels.telegram{error.Path?.TrimStart('$')} has a value of the wrong kind; correct it in the configuration");
        }
    }

    /// <exception cref="ChannelException">It is no address.</exception>
    public Uri Root()
    {
        var text = string.IsNullOrWhiteSpace(ApiRoot) ? OfficialRoot : ApiRoot.Trim();
        // People paste what they see in examples, with the method's path.
        var bot = text.IndexOf("/bot", text.IndexOf("://", StringComparison.Ordinal) + 3, StringComparison.OrdinalIgnoreCase);
        text = (bot > 0 ? text[..bot] : text).TrimEnd('/');
        return AddressOf(text, "apiRoot", "http", "https");
    }

    /// <exception cref="ChannelException">It is no address.</exception>
    public Uri? ProxyAddress() =>
        string.IsNullOrWhiteSpace(Proxy) ? null : AddressOf(Proxy.Trim(), "proxy", "http", "https", "socks4", "socks4a", "socks5");

    internal static ChannelException Wrong(string text) => new(text) { IsTransient = false };

    private static Uri AddressOf(string text, string key, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme)
            ? address
            : throw Wrong($"channels.telegram.{key} is no address; write it like {(key == "proxy" ? "http://127.0.0.1:8080" : OfficialRoot)}");
}
