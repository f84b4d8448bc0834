using OpenClaw.Channels.Discord.Settings;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Stops listening to a bot that writes too much in one place: two that answer each other never end.</summary>
internal sealed class BotPairs(LoopSettings? settings, TimeProvider time)
{
    private const int MostPairs = 1_000;

    private readonly bool _isOn = settings?.Enabled != false;
    private readonly int _most = Math.Clamp(settings?.MaxEventsPerWindow ?? 20, 1, 10_000);
    private readonly TimeSpan _window = TimeSpan.FromSeconds(Math.Clamp(settings?.WindowSeconds ?? 60, 1, 86_400));
    private readonly TimeSpan _rest = TimeSpan.FromSeconds(Math.Clamp(settings?.CooldownSeconds ?? 60, 1, 86_400));
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Pair> _pairs = new(StringComparer.Ordinal);

    public bool Passes(string channelId, string botId)
    {
        if (!_isOn)
            return true;
        lock (_gate)
        {
            if (_pairs.Count > MostPairs)
                _pairs.Clear();
            var key = $"{channelId} {botId}";
            if (!_pairs.TryGetValue(key, out var pair))
                _pairs[key] = pair = new Pair();
            return pair.Passes(time.GetUtcNow(), _most, _window, _rest);
        }
    }

    private sealed class Pair
    {
        private readonly Queue<DateTimeOffset> _events = [];
        private DateTimeOffset _restsUntil;

        public bool Passes(DateTimeOffset now, int most, TimeSpan window, TimeSpan rest)
        {
            if (now < _restsUntil)
                return false;
            while (_events.TryPeek(out var first) && now - first >= window)
                _events.Dequeue();
            _events.Enqueue(now);
            if (_events.Count <= most)
                return true;
            _events.Clear();
            _restsUntil = now + rest;
            return false;
        }
    }
}
