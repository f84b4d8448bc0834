using System.Text.Json;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Inbox;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>
/// Breaks off when another bot answers ours again and again, where bots are listened to at all: after so many of its messages in a chat
/// (<c>botLoopProtection.maxEventsPerWindow</c>, 20 in <c>windowSeconds</c>, 60) it is not heard for <c>cooldownSeconds</c> (60).
/// </summary>
internal sealed class BotLoops(TimeProvider time)
{
    private const int MaxPlaces = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(AccountKey Account, string Conversation), Place> _places = [];

    /// <summary>Chats of an account in which a bot is not heard at the moment.</summary>
    public IReadOnlyList<string> Broken(AccountKey account)
    {
        lock (_gate)
            return [.. _places.Where(one => one.Key.Account == account && one.Value.IsShut(time)).Select(static one => one.Key.Conversation.Split('\n')[0])];
    }

    /// <summary>Whether a message of a bot is heard. Asked again for the same message, it answers the same.</summary>
    public bool Admits(InboxRow row, JsonElement settings)
    {
        var protection = settings.Member("botLoopProtection");
        if (!row.Message.SenderIsBot || protection.Flag("enabled") == false)
            return true;
        var most = Math.Clamp(protection.Integer("maxEventsPerWindow") ?? 20, 1, 1_000);
        var window = TimeSpan.FromSeconds(Math.Clamp(protection.Integer("windowSeconds") ?? 60, 1, 3_600));
        var cooldown = TimeSpan.FromSeconds(Math.Clamp(protection.Integer("cooldownSeconds") ?? 60, 1, 86_400));
        lock (_gate)
            return PlaceOf((row.Account, row.Message.Conversation)).Admits(row.Id, most, window, cooldown, time);
    }

    private Place PlaceOf((AccountKey Account, string Conversation) key)
    {
        if (_places.TryGetValue(key, out var place))
            return place;
        if (_places.Count >= MaxPlaces)
            _places.Remove(_places.MinBy(static one => one.Value.LastSeen).Key);
        return _places[key] = new Place();
    }

    private sealed class Place
    {
        private readonly Queue<long> _heard = [];
        private long _shutAt;
        private TimeSpan _cooldown;
        private long _lastId;
        private bool _lastAnswer;

        public long LastSeen { get; private set; }

        public bool IsShut(TimeProvider time) => _shutAt != 0 && time.GetElapsedTime(_shutAt) < _cooldown;

        public bool Admits(long id, int most, TimeSpan window, TimeSpan cooldown, TimeProvider time)
        {
            if (id == _lastId)
                return _lastAnswer;
            (_lastId, LastSeen) = (id, time.GetTimestamp());
            if (IsShut(time))
                return _lastAnswer = false;
            while (_heard.TryPeek(out var first) && time.GetElapsedTime(first) > window)
                _heard.Dequeue();
            if (_heard.Count < most)
            {
                _heard.Enqueue(LastSeen);
                return _lastAnswer = true;
            }

            (_shutAt, _cooldown) = (LastSeen, cooldown);
            _heard.Clear();
            return _lastAnswer = false;
        }
    }
}
