using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Lookup;

/// <summary>Finds channels and people of the servers that the bot is in.</summary>
internal sealed class PeopleAndPlaces(DiscordApi api, Servers servers)
{
    private const int MostGuilds = 20;
    private const int MostAtOnce = 100;

    private volatile bool _asked;

    public async Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var names = servers.Guilds.ToDictionary(static guild => guild.Id, static guild => guild.Name);
        return
        [
            .. servers.Places.Where(static place => place is { IsWritable: true, GuildId: not null })
                .Select(place => new ChatAddress(place.Id, ChatKind.Broadcast, Title: $"{names.GetValueOrDefault(place.GuildId!) ?? place.GuildId} #{place.Name}"))
                .Where(chat => Has(chat.Title, query) || Has(chat.ChatId, query))
                .OrderBy(static chat => chat.Title, StringComparer.OrdinalIgnoreCase)
                .Take(limit),
        ];
    }

    public Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken) => AskedAsync(async () =>
    {
        await FillAsync(cancellationToken);
        var found = new Dictionary<string, ChatUser>(StringComparer.Ordinal);
        foreach (var guild in servers.Guilds.Take(MostGuilds))
        {
            if (found.Count >= limit)
                break;
            var members = query.Length > 0
                ? await api.FindMembersAsync(guild.Id, query, Math.Min(limit, MostAtOnce), cancellationToken)
                : await api.GetMembersAsync(guild.Id, Math.Min(limit, MostAtOnce), cancellationToken);
            foreach (var member in members ?? [])
                Add(found, member);
        }

        return (IReadOnlyList<ChatUser>)[.. found.Values.Take(limit)];
    });

    public Task<IReadOnlyList<ChatUser>> MembersAsync(ChatAddress chat, int limit, CancellationToken cancellationToken) => AskedAsync(async () =>
    {
        var place = await servers.PlaceAsync(chat.ThreadId ?? chat.ChatId, cancellationToken);
        var found = new Dictionary<string, ChatUser>(StringComparer.Ordinal);
        if (place is { GuildId: { } guild })
        {
            foreach (var member in await api.GetMembersAsync(guild, limit, cancellationToken) ?? [])
                Add(found, member);
        }
        else
        {
            foreach (var user in (place?.Recipients ?? []).OfType<User>())
                found[user.Id] = People.Of(user);
        }

        return (IReadOnlyList<ChatUser>)[.. found.Values.Take(limit)];
    });

    // A session that goes on tells nothing of servers.
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_asked || servers.Guilds.Any())
            return;
        await AskedAsync(async () =>
        {
            foreach (var guild in (await api.GetGuildsAsync(cancellationToken) ?? []).Take(MostGuilds))
                servers.Keep(guild with { Channels = await api.GetGuildChannelsAsync(guild.Id, cancellationToken) });
            return _asked = true;
        });
    }

    private static async Task<T> AskedAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Status == 403
                ? $"{error.Message}: to list people, enable Server Members Intent in the Discord developer portal and set channels.discord.intents.guildMembers"
                : error.Message)
            {
                IsTransient = error.Fault != ApiFault.Refused,
            };
        }
    }

    private static void Add(Dictionary<string, ChatUser> found, Member member)
    {
        if (member?.User is { } user)
            found[user.Id] = People.Of(user, member);
    }

    private static bool Has(string? text, string query) => text?.Contains(query, StringComparison.OrdinalIgnoreCase) == true;
}
