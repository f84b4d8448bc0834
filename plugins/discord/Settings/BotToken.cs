using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Settings;

/// <summary>Finds the token of an account: the configuration, or the environment for the default account.</summary>
internal static class BotToken
{
    private const string Variable = "DISCORD_BOT_TOKEN";
    private const string DefaultAccount = "default";
    private const string Prefix = "Bot ";
    private const int MaxLength = 256;

    /// <exception cref="ChannelException">There is none, or it cannot be one.</exception>
    public static string Find(DiscordSettings settings, string account, IPluginScope scope)
    {
        var token = settings.Token is { } configured ? Reveal(configured, scope)
            : account == DefaultAccount && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable.Trim()
            : throw DiscordSettings.Wrong(Missing(account));
        // People copy it together with the word that goes before it in requests.
        token = token.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? token[Prefix.Length..].Trim() : token;
        scope.ProtectSecret(token);
        // It goes into a header: nothing in it may begin another one.
        return token.Length is > 0 and <= MaxLength && token.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-')
            ? token
            : throw DiscordSettings.Wrong("the bot token of Discord has characters that no token has; copy it again from the developer portal, without spaces or quotes");
    }

    private static string Missing(string account) => account == DefaultAccount
        ? $"no bot token: set channels.discord.token (or {Variable} for the gateway) to the token of your bot in the Discord developer portal"
        : $"no bot token: set channels.discord.accounts.{account}.token to the token of that bot in the Discord developer portal";

    private static string Reveal(SecretRef token, IPluginScope scope)
    {
        try
        {
            return token.Reveal(scope).Trim();
        }
        catch (PluginRegistrationException error)
        {
            throw DiscordSettings.Wrong($"channels.discord.token: {error.Message}");
        }
    }
}
