using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>The methods of the Bot API that are used, each with its own patience.</summary>
internal sealed class Bot(BotApi api)
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Reaction = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Send = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan File = TimeSpan.FromSeconds(30);

    public Task<User> GetMeAsync(CancellationToken cancellationToken) => api.CallAsync("getMe", new JsonObject(), TelegramJson.Default.User, Quick, cancellationToken);

    public async Task<string?> GetWebhookUrlAsync(CancellationToken cancellationToken) =>
        (await DoAsync("getWebhookInfo", [], Quick, cancellationToken)) is { ValueKind: JsonValueKind.Object } info
        && info.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;

    public Task SetWebhookAsync(JsonObject parameters, CancellationToken cancellationToken) => DoAsync("setWebhook", parameters, Quick, cancellationToken);

    public Task SetCommandsAsync(JsonArray commands, CancellationToken cancellationToken) =>
        DoAsync("setMyCommands", new() { ["commands"] = commands }, Quick, cancellationToken);

    public Task DeleteWebhookAsync(CancellationToken cancellationToken) => DoAsync("deleteWebhook", new() { ["drop_pending_updates"] = false }, Quick, cancellationToken);

    public Task<JsonElement> GetUpdatesAsync(JsonObject parameters, TimeSpan timeout, CancellationToken cancellationToken) =>
        api.CallAsync("getUpdates", parameters, TelegramJson.Default.JsonElement, timeout, cancellationToken);

    public Task<SentMessage> SendMessageAsync(JsonObject parameters, CancellationToken cancellationToken) =>
        api.CallAsync("sendMessage", parameters, TelegramJson.Default.SentMessage, Send, cancellationToken);

    public Task<SentMessage> SendPollAsync(JsonObject parameters, CancellationToken cancellationToken) =>
        api.CallAsync("sendPoll", parameters, TelegramJson.Default.SentMessage, Send, cancellationToken);

    /// <summary>Sends files; the form is disposed.</summary>
    public async Task<T> UploadAsync<T>(string method, HttpContent form, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using (form)
            return await api.CallAsync(method, form, type, Send, cancellationToken);
    }

    public Task<SentMessage> EditMessageTextAsync(JsonObject parameters, CancellationToken cancellationToken) =>
        api.CallAsync("editMessageText", parameters, TelegramJson.Default.SentMessage, Quick, cancellationToken);

    public Task DeleteMessageAsync(JsonObject parameters, CancellationToken cancellationToken) => DoAsync("deleteMessage", parameters, Quick, cancellationToken);

    public Task SetReactionAsync(JsonObject parameters, CancellationToken cancellationToken) =>
        DoAsync("setMessageReaction", parameters, Reaction, cancellationToken);

    public Task SendChatActionAsync(JsonObject parameters, CancellationToken cancellationToken) => DoAsync("sendChatAction", parameters, Reaction, cancellationToken);

    public Task<FilePlace> GetFileAsync(string fileId, CancellationToken cancellationToken) =>
        api.CallAsync("getFile", new JsonObject { ["file_id"] = fileId }, TelegramJson.Default.FilePlace, File, cancellationToken);

    public Task<Stream> OpenFileAsync(string path, CancellationToken cancellationToken) => api.OpenFileAsync(path, File, cancellationToken);

    public Task AnswerCallbackAsync(string id, CancellationToken cancellationToken) =>
        DoAsync("answerCallbackQuery", new() { ["callback_query_id"] = id }, Quick, cancellationToken);

    /// <summary>A method whose answer says no more than that it was done.</summary>
    private Task<JsonElement> DoAsync(string method, JsonObject parameters, TimeSpan timeout, CancellationToken cancellationToken) =>
        api.CallAsync(method, parameters, TelegramJson.Default.JsonElement, timeout, cancellationToken);
}
