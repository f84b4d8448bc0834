using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Formatting;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Settings;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Sends and changes texts: formatted, and plain where Telegram does not take the format.</summary>
internal sealed class TextSender(Bot bot, TelegramSettings settings)
{
    private const string Format = "HTML";

    public async Task<SendOutcome> SendAsync(string markdown, JsonObject parameters, CancellationToken cancellationToken)
    {
        try
        {
            var sent = await FormattedAsync(markdown, parameters, one => bot.SendMessageAsync(one, cancellationToken));
            return new SendAccepted(MessageIds.Text(sent.MessageId), sent.Chat is { } chat ? MessageIds.Text(chat.Id) : null);
        }
        catch (ApiException error)
        {
            return Outcomes.Of(error);
        }
    }

    public async Task<SendOutcome> EditAsync(string markdown, JsonObject parameters, string messageId, CancellationToken cancellationToken)
    {
        try
        {
            await FormattedAsync(markdown, parameters, one => bot.EditMessageTextAsync(one, cancellationToken));
            return new SendAccepted(messageId);
        }
        catch (ApiException error) when (error.Says("message is not modified"))
        {
            return new SendAccepted(messageId);
        }
        catch (ApiException error)
        {
            return Outcomes.OfRepeatable(error);
        }
    }

    // Telegram did nothing when it refused, so a second try with the same content cannot show it twice.
    private async Task<SentMessage> FormattedAsync(string markdown, JsonObject parameters, Func<JsonObject, Task<SentMessage>> call)
    {
        parameters["text"] = HtmlText.Of(markdown);
        parameters["parse_mode"] = Format;
        if (settings.LinkPreview == false)
            parameters["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await call(parameters);
            }
            catch (ApiException error) when (tries < 2 && Mended(error, markdown, parameters))
            {
                // Changed, and tried again.
            }
        }
    }

    private static bool Mended(ApiException error, string markdown, JsonObject parameters)
    {
        if (error.MigratedTo is { } chat && parameters["chat_id"]?.ToString() != MessageIds.Text(chat))
        {
            parameters["chat_id"] = chat;
            return true;
        }

        if (error.Says("can't parse entities") && parameters.Remove("parse_mode"))
        {
            parameters["text"] = markdown;
            return true;
        }

        return error.Says("message to be replied not found") && parameters.Remove("reply_parameters");
    }
}
