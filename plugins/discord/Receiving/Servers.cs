using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>
/// What is known of servers and their channels: what Discord tells when a session begins, and what it answers when asked. A session that
/// goes on tells nothing again.
/// </summary>
internal sealed class Servers(DiscordApi api)
{
    private const int MostPlaces = 100_000;

    private readonly ConcurrentDictionary<string, Guild> _guilds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    public IEnumerable<Guild> Guilds => _guilds.Values;

    public IEnumerable<Place> Places => _places.Values;

    /// <returns>Whether the event was about servers and channels.</returns>
    public bool Learn(string name, JsonElement content)
    {
        switch (name)
        {
            case "GUILD_CREATE" or "GUILD_UPDATE":
                if (EventReader.Read(content, DiscordJson.Default.Guild) is { } guild)
                    Keep(guild);
                return true;
            case "GUILD_DELETE":
                if (EventReader.Read(content, DiscordJson.Default.Guild) is { Unavailable: false } gone)
                    Forget(gone.Id);
                return true;
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE":
                if (EventReader.Read(content, DiscordJson.Default.Place) is { } place)
                    Keep(place);
                return true;
            case "CHANNEL_DELETE" or "THREAD_DELETE":
                if (EventReader.Text(content, "id") is { } id)
                    _places.TryRemove(id, out _);
                return true;
            default:
                return false;
        }
    }

    public Place? Known(string? id) => id is not null && _places.TryGetValue(id, out var place) ? place : null;

    /// <returns>The channel; nothing where Discord does not tell.</returns>
    /// <exception cref="ApiException">Discord cannot be asked now.</exception>
    public async ValueTask<Place?> PlaceAsync(string id, CancellationToken cancellationToken)
    {
        if (Known(id) is { } known)
            return known;
        if (!Sending.Destination.IsId(id))
            return null;
        try
        {
            var place = await api.GetChannelAsync(id, cancellationToken);
            Keep(place);
            return place;
        }
        catch (ApiException error) when (error.Fault == ApiFault.Refused)
        {
            return null;
        }
    }

    /// <returns>The server's name; nothing where Discord does not tell.</returns>
    /// <exception cref="ApiException">Discord cannot be asked now.</exception>
    public async ValueTask<string?> NameAsync(string guildId, CancellationToken cancellationToken)
    {
        if (_guilds.TryGetValue(guildId, out var known))
            return known.Name;
        if (!Sending.Destination.IsId(guildId))
            return null;
        try
        {
            var guild = await api.GetGuildAsync(guildId, cancellationToken);
            Keep(guild);
            return guild.Name;
        }
        catch (ApiException error) when (error.Fault == ApiFault.Refused)
        {
            return null;
        }
    }

    public void Keep(Place place)
    {
        if (_places.Count < MostPlaces || _places.ContainsKey(place.Id))
            _places[place.Id] = place;
    }

    public void Keep(Guild guild)
    {
        if (guild.Unavailable && guild.Name is null)
            return;
        // Its channels are kept by themselves.
        _guilds[guild.Id] = guild with { Channels = null, Threads = null };
        foreach (var place in (guild.Channels ?? []).Concat(guild.Threads ?? []).OfType<Place>())
            Keep(place with { GuildId = guild.Id });
    }

    private void Forget(string guildId)
    {
        _guilds.TryRemove(guildId, out _);
        foreach (var place in _places.Values.Where(place => place.GuildId == guildId))
            _places.TryRemove(place.Id, out _);
    }
}
