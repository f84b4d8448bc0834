using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>
/// Changes a call that Telegram refused for something that can be helped. Telegram did nothing when it refused, so a second try with the
/// same content cannot show it twice.
/// </summary>
internal static class Mending
{
    private const int MaxTries = 3;

    /// <param name="parameters">The call; changed where it has to be.</param>
    /// <param name="textKey">Where the text is: <c>text</c> or <c>caption</c>.</param>
    /// <param name="plain">The text without marks of any kind.</param>
    /// <param name="call">Makes the call.</param>
    public static async Task<T> CallAsync<T>(JsonObject parameters, string textKey, string plain, Func<Task<T>> call)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (ApiException error) when (tries < MaxTries && IsMended(error, parameters, textKey, plain))
            {
                // Changed, and tried again.
            }
        }
    }

    private static bool IsMended(ApiException error, JsonObject parameters, string textKey, string plain)
    {
        if (error.MigratedTo is { } chat && parameters["chat_id"]?.ToString() != MessageIds.Text(chat))
        {
            parameters["chat_id"] = chat;
            return true;
        }

        if (error.Says("can't parse entities") && parameters.Remove("parse_mode"))
        {
            parameters[textKey] = plain;
            return true;
        }

        return error.Says("message to be replied not found") && parameters.Remove("reply_parameters");
    }
}
