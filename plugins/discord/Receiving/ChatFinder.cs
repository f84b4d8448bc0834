using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>
/// Finds out which chat a channel is. Direct chats go by the id of the person, all others by that of the channel; a thread is a channel of its
/// own that has a parent.
/// </summary>
internal sealed class ChatFinder(Servers servers, DirectChats directs, DmSettings? settings)
{
    private const int MostRoles = 250;

    /// <returns>The chat and what else the gateway may want to know of it; nothing where it is not listened to.</returns>
    public async ValueTask<FoundChat?> FindAsync(string channelId, string? guildId, int? type, User sender, Member? member, CancellationToken cancellationToken)
    {
        if (guildId is not null)
            return await InGuildAsync(channelId, guildId, member, cancellationToken);
        type ??= (await servers.PlaceAsync(channelId, cancellationToken))?.Type;
        if (type == Place.GroupChat)
            return DmSettings.TakesGroup(settings, channelId) ? new FoundChat(new ChatAddress(channelId, ChatKind.Group), []) : null;
        if (settings?.Enabled == false)
            return null;
        directs.Learn(sender.Id, channelId);
        return new FoundChat(new ChatAddress(sender.Id, ChatKind.Direct), []);
    }

    private async ValueTask<FoundChat> InGuildAsync(string channelId, string guildId, Member? member, CancellationToken cancellationToken)
    {
        var place = await servers.PlaceAsync(channelId, cancellationToken);
        var parent = place is { IsThread: true, ParentId: { } parentId } ? await servers.PlaceAsync(parentId, cancellationToken) : null;
        var guild = await servers.NameAsync(guildId, cancellationToken);
        var facts = new JsonObject { ["guildId"] = guildId };
        Add(facts, "guildName", guild);
        Add(facts, "guildSlug", Slug.Of(guild));
        Add(facts, "channelSlug", Slug.Of(place?.Name));
        if (place is { IsThread: true, ParentId: { } known })
        {
            facts["parentChatId"] = known;
            Add(facts, "parentSlug", Slug.Of(parent?.Name));
        }

        if (member?.Roles is { Count: > 0 } roles)
            facts["roles"] = new JsonArray([.. roles.Take(MostRoles).Select(static role => (JsonNode?)JsonValue.Create(role))]);
        return new FoundChat(new ChatAddress(channelId, ChatKind.Broadcast, Title: TitleOf(place, parent, guild)), facts);
    }

    private static string? TitleOf(Place? place, Place? parent, string? guild)
    {
        var channel = parent?.Name is { } above ? $"#{above} > {place?.Name}" : place?.Name is { } name ? $"#{name}" : null;
        return guild is null ? channel : channel is null ? guild : $"{guild} {channel}";
    }

    private static void Add(JsonObject facts, string name, string? text)
    {
        if (text is { Length: > 0 and <= 200 })
            facts[name] = text;
    }
}
