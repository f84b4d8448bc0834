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
    private const string Text = "text";

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

    private Task<SentMessage> FormattedAsync(string markdown, JsonObject parameters, Func<JsonObject, Task<SentMessage>> call)
    {
        parameters[Text] = HtmlText.Of(markdown);
        parameters["parse_mode"] = HtmlText.Format;
        if (settings.LinkPreview == false)
            parameters["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        return Mending.CallAsync(parameters, Text, markdown, () => call(parameters));
    }
}
