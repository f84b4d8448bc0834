using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>Finds the token of an account: a file, the configuration, or the environment for the default account.</summary>
internal static class BotToken
{
    private const string Variable = "TELEGRAM_BOT_TOKEN";
    private const string DefaultAccount = "default";
    private const int MaxLength = 256;

    /// <exception cref="ChannelException">There is none, or it cannot be one.</exception>
    public static string Find(TelegramSettings settings, string account, IPluginScope scope)
    {
        var token = settings.TokenFile is { Length: > 0 } file ? FromFile(file)
            : settings.BotToken is { } configured ? Reveal(configured, scope)
            : account == DefaultAccount && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable.Trim()
            : throw TelegramSettings.Wrong(Missing(account));
        scope.ProtectSecret(token);
        // It becomes part of an address: nothing in it may lead elsewhere.
        return token.Length is > 0 and <= MaxLength && token.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is ':' or '_' or '-')
            ? token
            : throw TelegramSettings.Wrong("the bot token of Telegram has characters that no token has; copy it again from @BotFather, without spaces or quotes");
    }

    private static string Missing(string account) => account == DefaultAccount
        ? $"no bot token: set channels.telegram.botToken (or tokenFile, or {Variable} for the gateway) to what @BotFather gave you"
        : $"no bot token: set channels.telegram.accounts.{account}.botToken (or tokenFile) to what @BotFather gave you";

    private static string Reveal(SecretRef token, IPluginScope scope)
    {
        try
        {
            return token.Reveal(scope).Trim();
        }
        catch (PluginRegistrationException error)
        {
            throw TelegramSettings.Wrong($"channels.telegram.botToken: {error.Message}");
        }
    }

    private static string FromFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.LinkTarget is not null)
            throw TelegramSettings.Wrong("channels.telegram.tokenFile names no regular file (links are not followed)");
        try
        {
            return file.Length <= MaxLength * 4 ? File.ReadAllText(path).Trim() : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TelegramSettings.Wrong($"channels.telegram.tokenFile cannot be read: {error.GetType().Name}");
        }
    }
}
