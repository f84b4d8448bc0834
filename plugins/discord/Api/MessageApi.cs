using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>What is asked of Discord about messages.</summary>
internal sealed class MessageApi(RestClient rest)
{
    private const string Messages = "channels/{id}/messages";
    private const string One = "channels/{id}/messages/{message}";
    private const string Answers = "webhooks/{application}/{token}";
    private static readonly TimeSpan Upload = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    /// <param name="channel">Where.</param>
    /// <param name="content">The message, which has a nonce: Discord shows it once, however often it comes.</param>
    /// <param name="hasFiles">Whether files go with it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<SentMessage> SendAsync(string channel, Func<CancellationToken, ValueTask<HttpContent>> content, bool hasFiles, CancellationToken cancellationToken) =>
        rest.CallAsync(
            new ApiRequest(HttpMethod.Post, Messages, channel, $"channels/{channel}/messages")
            {
                Content = content,
                IsRepeatable = true,
                Timeout = hasFiles ? Upload : TimeSpan.FromSeconds(15),
            },
            DiscordJson.Default.SentMessage,
            cancellationToken);

    public Task<SentMessage> EditAsync(string channel, string message, JsonObject content, CancellationToken cancellationToken) =>
        rest.CallAsync(On(HttpMethod.Patch, channel, message) with { Content = JsonBody.Of(content) }, DiscordJson.Default.SentMessage, cancellationToken);

    public Task DeleteAsync(string channel, string message, CancellationToken cancellationToken) =>
        rest.CallAsync(On(HttpMethod.Delete, channel, message), DiscordJson.Default.JsonElement, cancellationToken);

    public Task<JsonElement> ReadAsync(string channel, string query, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(HttpMethod.Get, Messages, channel, $"channels/{channel}/messages?{query}") { IsRepeatable = true },
        DiscordJson.Default.JsonElement,
        cancellationToken);

    public Task<JsonElement> ReadOneAsync(string channel, string message, CancellationToken cancellationToken) =>
        rest.CallAsync(On(HttpMethod.Get, channel, message), DiscordJson.Default.JsonElement, cancellationToken);

    public Task ShowTypingAsync(string channel, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(HttpMethod.Post, "channels/{id}/typing", channel, $"channels/{channel}/typing") { Timeout = Quick },
        DiscordJson.Default.JsonElement,
        cancellationToken);

    public Task ReactAsync(HttpMethod method, string channel, string message, string emoji, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(method, $"{One}/reactions", channel, $"channels/{channel}/messages/{message}/reactions/{Uri.EscapeDataString(emoji)}/@me") { IsRepeatable = true, Timeout = Quick },
        DiscordJson.Default.JsonElement,
        cancellationToken);

    /// <summary>Writes what stands in the place of a deferred answer.</summary>
    public Task<SentMessage> EditAnswerAsync(string application, string token, Func<CancellationToken, ValueTask<HttpContent>> content, CancellationToken cancellationToken) =>
        rest.CallAsync(
            new ApiRequest(HttpMethod.Patch, $"{Answers}/messages/@original", token, $"webhooks/{Uri.EscapeDataString(application)}/{Uri.EscapeDataString(token)}/messages/@original")
            {
                Content = content,
                IsRepeatable = true,
                IsAnonymous = true,
                Timeout = Upload,
            },
            DiscordJson.Default.SentMessage,
            cancellationToken);

    /// <summary>Writes one more message behind a deferred answer. Nothing tells Discord that it is the same one again.</summary>
    public Task<SentMessage> FollowUpAsync(string application, string token, Func<CancellationToken, ValueTask<HttpContent>> content, CancellationToken cancellationToken) =>
        rest.CallAsync(
            new ApiRequest(HttpMethod.Post, Answers, token, $"webhooks/{Uri.EscapeDataString(application)}/{Uri.EscapeDataString(token)}?wait=true") { Content = content, IsAnonymous = true, Timeout = Upload },
            DiscordJson.Default.SentMessage,
            cancellationToken);

    private static ApiRequest On(HttpMethod method, string channel, string message) =>
        new(method, One, channel, $"channels/{channel}/messages/{message}") { IsRepeatable = true };
}
