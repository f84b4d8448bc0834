using System.Collections.Concurrent;
using OpenClaw.Channels.Discord.Api;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Which channel is the direct chat with whom.</summary>
internal sealed class DirectChats(DiscordApi api)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, string> _channels = new(StringComparer.Ordinal);

    public void Learn(string userId, string channelId)
    {
        if (_channels.Count < Most)
            _channels[userId] = channelId;
    }

    /// <exception cref="ApiException">There is no such person, or Discord cannot be asked now.</exception>
    public async ValueTask<string> FindAsync(string userId, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(userId, out var known))
            return known;
        var place = await api.OpenDirectAsync(userId, cancellationToken);
        Learn(userId, place.Id);
        return place.Id;
    }
}
