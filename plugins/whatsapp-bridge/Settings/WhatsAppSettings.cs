using System.Text.Json;

namespace OpenClaw.Channels.WhatsApp.Settings;

/// <summary>What <c>channels.whatsapp</c> says to the plugin. Who may write to the account is the gateway's matter and not read here.</summary>
internal sealed record WhatsAppSettings
{
    private const string SocketVariable = "OPENCLAW_WHATSAPP_WEB_SOCKET_URL";
    private const int UsualMediaMb = 50;

    /// <summary>Where the credentials are; a folder of the plugin's storage without it.</summary>
    public string? AuthDir { get; init; }

    /// <summary>Whether people see that their messages were read, once the gateway has taken them.</summary>
    public bool? SendReadReceipts { get; init; }

    /// <summary>Whether the account's chat with itself is answered.</summary>
    public bool? SelfChatMode { get; init; }

    /// <summary>Another program in place of the bridge that ships with the plugin: a command line.</summary>
    public string? Sidecar { get; init; }

    public double? MediaMaxMb { get; init; }

    public long MaxMediaBytes => (long)(Math.Clamp(MediaMaxMb ?? UsualMediaMb, 0, 2000) * 1024 * 1024);

    /// <exception cref="ChannelException">A value cannot be used.</exception>
    public static WhatsAppSettings Read(JsonElement settings)
    {
        try
        {
            var read = settings.Deserialize(SettingsJson.Default.WhatsAppSettings) ?? new WhatsAppSettings();
            _ = SocketUrl();
            if (read.AuthDir is { } folder && !Path.IsPathFullyQualified(folder))
                throw Wrong("channels.whatsapp.authDir must be the full path of a folder");
            return read;
        }
        catch (JsonException error)
        {
            // Without the inner text: it may hold the value.
            throw Wrong($"channels.whatsapp{error.Path?.TrimStart('$')} has a value of the wrong kind; correct it in the configuration");
        }
    }

    /// <returns>Nothing where WhatsApp's own address is used.</returns>
    /// <exception cref="ChannelException">It is none.</exception>
    public static string? SocketUrl() => Environment.GetEnvironmentVariable(SocketVariable) switch
    {
        null or "" => null,
        var url when IsAddress(url, "ws", "wss") => url,
        _ => throw Wrong($"{SocketVariable} must be a ws:// or wss:// address"),
    };

    internal static ChannelException Wrong(string text) => new(text) { IsTransient = false };

    private static bool IsAddress(string text, params ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
