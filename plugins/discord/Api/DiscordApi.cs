using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>What is asked of Discord beside messages.</summary>
internal sealed class DiscordApi(RestClient rest)
{
    private static readonly TimeSpan GatewayTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FileTimeout = TimeSpan.FromSeconds(30);

    public Task<GatewayPlace> GetGatewayAsync(CancellationToken cancellationToken) =>
        rest.CallAsync(Get("gateway/bot") with { Timeout = GatewayTimeout }, DiscordJson.Default.GatewayPlace, cancellationToken);

    public Task<User> GetMeAsync(CancellationToken cancellationToken) => rest.CallAsync(Get("users/@me"), DiscordJson.Default.User, cancellationToken);

    public Task<Application> GetApplicationAsync(CancellationToken cancellationToken) =>
        rest.CallAsync(Get("oauth2/applications/@me"), DiscordJson.Default.Application, cancellationToken);

    /// <summary>The direct chat with somebody; made where there is none, and the same one every time.</summary>
    public Task<Place> OpenDirectAsync(string userId, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(HttpMethod.Post, "users/@me/channels", "", "users/@me/channels")
        {
            Content = JsonBody.Of(new JsonObject { ["recipient_id"] = userId }),
            IsRepeatable = true,
        },
        DiscordJson.Default.Place,
        cancellationToken);

    public Task<Place> GetChannelAsync(string id, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("channels/{id}", id, $"channels/{id}"), DiscordJson.Default.Place, cancellationToken);

    public Task<Guild> GetGuildAsync(string id, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("guilds/{id}", id, $"guilds/{id}"), DiscordJson.Default.Guild, cancellationToken);

    public Task<Guild[]> GetGuildsAsync(CancellationToken cancellationToken) =>
        rest.CallAsync(Get("users/@me/guilds"), DiscordJson.Default.GuildArray, cancellationToken);

    public Task<Place[]> GetGuildChannelsAsync(string id, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("guilds/{id}/channels", id, $"guilds/{id}/channels"), DiscordJson.Default.PlaceArray, cancellationToken);

    public Task<Member> GetMemberAsync(string guildId, string userId, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("guilds/{id}/members/{user}", guildId, $"guilds/{guildId}/members/{userId}"), DiscordJson.Default.Member, cancellationToken);

    public Task<Member[]> GetMembersAsync(string guildId, int limit, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("guilds/{id}/members", guildId, $"guilds/{guildId}/members?limit={limit}"), DiscordJson.Default.MemberArray, cancellationToken);

    public Task<Member[]> FindMembersAsync(string guildId, string query, int limit, CancellationToken cancellationToken) => rest.CallAsync(
        Get("guilds/{id}/members/search", guildId, $"guilds/{guildId}/members/search?query={Uri.EscapeDataString(query)}&limit={limit}"),
        DiscordJson.Default.MemberArray,
        cancellationToken);

    public Task<JsonElement> GetCommandsAsync(string application, CancellationToken cancellationToken) =>
        rest.CallAsync(Get("applications/{id}/commands", application, $"applications/{application}/commands"), DiscordJson.Default.JsonElement, cancellationToken);

    public Task SetCommandsAsync(string application, JsonArray commands, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(HttpMethod.Put, "applications/{id}/commands", application, $"applications/{application}/commands") { Content = JsonBody.Of(commands), IsRepeatable = true },
        DiscordJson.Default.JsonElement,
        cancellationToken);

    /// <summary>Answers an interaction for the first time; Discord waits three seconds for it.</summary>
    public Task AnswerInteractionAsync(string id, string token, JsonObject answer, CancellationToken cancellationToken) => rest.CallAsync(
        new ApiRequest(HttpMethod.Post, "interactions/{id}/{token}/callback", id, $"interactions/{Uri.EscapeDataString(id)}/{Uri.EscapeDataString(token)}/callback")
        {
            Content = JsonBody.Of(answer),
            IsRepeatable = true,
            IsAnonymous = true,
            Timeout = Quick,
        },
        DiscordJson.Default.JsonElement,
        cancellationToken);

    public Task<Stream> OpenFileAsync(Uri file, CancellationToken cancellationToken) => rest.OpenAsync(file, FileTimeout, cancellationToken);

    private static ApiRequest Get(string path) => Get(path, "", path);

    private static ApiRequest Get(string template, string resource, string path) => new(HttpMethod.Get, template, resource, path) { IsRepeatable = true };
}
