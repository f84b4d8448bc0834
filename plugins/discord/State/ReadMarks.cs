using System.Globalization;

namespace OpenClaw.Channels.Discord.State;

/// <summary>How far each chat was read, of the chats that were written in last.</summary>
internal sealed class ReadMarks
{
    private const int MostPlaces = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SeenPlace> _places = new(StringComparer.Ordinal);

    public void Restore(IReadOnlyDictionary<string, SeenPlace> places)
    {
        lock (_gate)
        {
            foreach (var (id, place) in places.Take(MostPlaces))
                _places[id] = place;
        }
    }

    public void Read(string channelId, string? guildId, string messageId)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(channelId, out var known) && !IsAfter(messageId, known.MessageId))
                return;
            _places[channelId] = new SeenPlace(messageId, guildId);
            if (_places.Count > MostPlaces)
                _places.Remove(_places.MinBy(static one => Number(one.Value.MessageId)).Key);
        }
    }

    public IReadOnlyDictionary<string, SeenPlace> All()
    {
        lock (_gate)
            return new Dictionary<string, SeenPlace>(_places);
    }

    /// <summary>Whether one id was given after the other: they grow with time.</summary>
    public static bool IsAfter(string? id, string other) => Number(id) > Number(other);

    public static ulong Number(string? id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
