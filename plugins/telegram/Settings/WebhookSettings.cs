using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>Where Telegram shall send events to, and the word by which it is known.</summary>
/// <param name="Url">The public address, which leads to the gateway's <c>/telegram-webhook</c>.</param>
/// <param name="Secret">What each request has to carry.</param>
internal sealed record WebhookSettings(string Url, string Secret)
{
    private const int MaxSecret = 256;
    private const int MinSecret = 16;

    /// <returns>Nothing where events are asked for instead.</returns>
    /// <exception cref="ChannelException">A value cannot be used.</exception>
    public static WebhookSettings? Of(TelegramSettings settings, IPluginScope scope)
    {
        if (string.IsNullOrWhiteSpace(settings.WebhookUrl))
            return null;
        if (!Uri.TryCreate(settings.WebhookUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            throw TelegramSettings.Wrong("channels.telegram.webhookUrl must be an https:// address that leads to /telegram-webhook of the gateway");
        if (settings.WebhookHost is not null || settings.WebhookPort is not null)
            throw TelegramSettings.Wrong($"channels.telegram.{(settings.WebhookHost is null ? "webhookPort" : "webhookHost")}: there is no listener for Telegram alone; leave it out, and let {settings.WebhookUrl} lead to {WebhookDoors.Path} of the gateway's own port (gateway.port)");
        if (settings.WebhookPath is { } path && path.TrimEnd('/') != WebhookDoors.Path)
            throw TelegramSettings.Wrong($"channels.telegram.webhookPath: the gateway takes events at {WebhookDoors.Path}; leave it out, and let {settings.WebhookUrl} lead there");
        if (settings.WebhookSecret is not { } reference)
            throw TelegramSettings.Wrong("channels.telegram.webhookUrl needs channels.telegram.webhookSecret too: 16 to 256 of A-Z a-z 0-9 _ -");
        var secret = Reveal(reference, scope);
        return secret.Length is >= MinSecret and <= MaxSecret && secret.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-')
            ? new WebhookSettings(url.AbsoluteUri, secret)
            : throw TelegramSettings.Wrong("channels.telegram.webhookSecret must be 16 to 256 of A-Z a-z 0-9 _ -");
    }

    // A generated ToString would print the secret.
    public override string ToString() => Url;

    private static string Reveal(SecretRef reference, IPluginScope scope)
    {
        try
        {
            return reference.Reveal(scope);
        }
        catch (PluginRegistrationException error)
        {
            throw TelegramSettings.Wrong($"channels.telegram.webhookSecret: {error.Message}");
        }
    }
}
