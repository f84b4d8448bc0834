using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Formatting;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Sends files: one with its caption, or several as an album.</summary>
internal sealed class FileSender(Bot bot)
{
    public const int LargestAlbum = 10;
    private const string Caption = "caption";

    public async Task<SendOutcome> SendAsync(IReadOnlyList<Media> files, string text, JsonObject parameters, CancellationToken cancellationToken)
    {
        try
        {
            var kinds = files.Select(FileKind.Of).ToList();
            if (files.Count == 1)
                return Accepted([await OneAsync(files[0], kinds[0], text, parameters, cancellationToken)]);
            // What does not go together goes as documents, which everything can be.
            if (!FileKind.FitTogether(kinds))
                kinds = [.. kinds.Select(static _ => FileKind.Document)];
            return Accepted(await AlbumAsync(files, kinds, text, parameters, cancellationToken));
        }
        catch (ApiException error)
        {
            return Outcomes.Of(error);
        }
        catch (IOException error)
        {
            return new SendRefused("file_gone", $"the file cannot be read: {error.GetType().Name}");
        }
    }

    private async Task<SentMessage> OneAsync(Media file, string kind, string text, JsonObject parameters, CancellationToken cancellationToken)
    {
        Describe(parameters, text);
        try
        {
            return await UploadAsync(kind);
        }
        // Too large in pixels, too narrow, or no picture after all.
        catch (ApiException error) when (kind != FileKind.Document && error is { Fault: ApiFault.Refused, Code: 400 } && IsAboutTheFile(error))
        {
            return await UploadAsync(FileKind.Document);
        }

        Task<SentMessage> UploadAsync(string one) => Mending.CallAsync(parameters, Caption, text, async () => await bot.UploadAsync(
            FileKind.MethodOf(one),
            await UploadForm.OfAsync(parameters, new Dictionary<string, Media> { [one] = file }, cancellationToken),
            TelegramJson.Default.SentMessage,
            cancellationToken));
    }

    private async Task<SentMessage[]> AlbumAsync(IReadOnlyList<Media> files, List<string> kinds, string text, JsonObject parameters, CancellationToken cancellationToken)
    {
        var named = files.Select(static (file, number) => (Key: $"f{number}", file)).ToDictionary(static one => one.Key, static one => one.file);
        var media = new JsonArray();
        foreach (var (key, number) in named.Keys.Select(static (key, number) => (key, number)))
        {
            var item = new JsonObject { ["type"] = kinds[number], ["media"] = $"attach://{key}" };
            if (number == 0 && text.Length > 0)
                Describe(item, text);
            media.Add((JsonNode)item);
        }

        parameters["media"] = media;
        // Albums have no buttons.
        parameters.Remove("reply_markup");
        return await Mending.CallAsync((JsonObject)media[0]!, Caption, text, async () => await bot.UploadAsync(
            "sendMediaGroup", await UploadForm.OfAsync(parameters, named, cancellationToken), TelegramJson.Default.SentMessageArray, cancellationToken));
    }

    private static void Describe(JsonObject parameters, string text)
    {
        if (text.Length == 0)
            return;
        parameters[Caption] = HtmlText.Of(text);
        parameters["parse_mode"] = HtmlText.Format;
    }

    private static bool IsAboutTheFile(ApiException error) =>
        error.Says("PHOTO") || error.Says("IMAGE") || error.Says("VOICE") || error.Says("VIDEO") || error.Says("wrong type") || error.Says("wrong file");

    private static SendAccepted Accepted(SentMessage[] sent) => new(
        MessageIds.Text(sent[0].MessageId),
        sent[0].Chat is { } chat ? MessageIds.Text(chat.Id) : null,
        sent.Length > 1 ? [.. sent[1..].Select(static one => MessageIds.Text(one.MessageId))] : null);
}
