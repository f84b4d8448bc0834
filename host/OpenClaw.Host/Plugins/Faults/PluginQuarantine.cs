using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>
/// Counts what plugins do wrong and keeps those off that do it too often: for a while that grows from time to time, in the end
/// until a person reloads them. It only decides; plans read it, and <see cref="Due"/> asks for one.
/// </summary>
internal sealed class PluginQuarantine(FaultPolicy policy, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Record> _records = new(StringComparer.Ordinal);

    /// <summary>Somebody fell, or may be tried again: plugins are to be brought in line.</summary>
    public event Action? Due;

    /// <summary>A person, or a change of the plugin, let it go.</summary>
    public event Action<string>? Released;

    /// <summary>Counts one fault of a plugin that runs.</summary>
    /// <returns>Whether that was one too many.</returns>
    public bool Note(string pluginId, PluginInput? input, FaultKind kind, string what)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var record = RecordOf(pluginId);
            if (record.Hold is not null || !record.Faults.Add(kind, now))
                return false;
            if (record.Since is { } since && now - since >= policy.HealthyAfter)
                record.Pauses = 0;
            record.Hold = Fall(pluginId, record, input, what, now);
        }

        Due?.Invoke();
        return true;
    }

    /// <summary>Keeps a plugin off until a person reloads it.</summary>
    public void Hold(string pluginId, string reason)
    {
        lock (_lock)
            RecordOf(pluginId).Hold = new PluginHold(Input: null, reason, Until: null);
    }

    /// <summary>Why this plugin is not to run, as it is now.</summary>
    public PluginHold? Find(string pluginId, PluginInput input)
    {
        lock (_lock)
        {
            if (!_records.TryGetValue(pluginId, out var record) || record.Hold is not { } hold)
                return null;
            if (hold.Input is null || hold.Input.IsSame(input))
                return hold;
            _records.Remove(pluginId);
            record.Dispose();
            return null;
        }
    }

    /// <summary>Forgets what a plugin has done.</summary>
    public void Release(string pluginId)
    {
        bool held;
        lock (_lock)
        {
            held = _records.Remove(pluginId, out var record) && record.Hold is not null;
            record?.Dispose();
        }

        if (held)
            Released?.Invoke(pluginId);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var record in _records.Values)
                record.Dispose();
            _records.Clear();
        }
    }

    private PluginHold Fall(string pluginId, Record record, PluginInput? input, string what, DateTimeOffset now)
    {
        var count = record.Faults.Clear();
        var reason = $"It failed {count} times within {policy.Window.TotalMinutes:0.#} minutes, last in {what}.";
        if (++record.Pauses > policy.MaxPauses)
            return new PluginHold(input, $"{reason} That was after {policy.MaxPauses} pauses.", Until: null);
        var pause = PauseOf(record.Pauses);
        var hold = new PluginHold(input, reason, now + pause);
        record.Wake(clock.CreateTimer(_ => End(record, hold), null, pause, Timeout.InfiniteTimeSpan));
        return hold;
    }

    private void End(Record record, PluginHold hold)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(record.Hold, hold))
                return;
            record.End(clock.GetUtcNow());
        }

        Due?.Invoke();
    }

    private TimeSpan PauseOf(int pauses)
    {
        var pause = policy.FirstPause * Math.Pow(2, Math.Min(pauses, 30) - 1);
        var capped = pause < policy.LongestPause ? pause : policy.LongestPause;
        return capped * (1 + (policy.Jitter * ((Random.Shared.NextDouble() * 2) - 1)));
    }

    private Record RecordOf(string pluginId)
    {
        if (!_records.TryGetValue(pluginId, out var record))
            _records[pluginId] = record = new Record(new FaultCount(policy));
        return record;
    }

    private sealed class Record(FaultCount faults) : IDisposable
    {
        private ITimer? _timer;

        public FaultCount Faults { get; } = faults;

        public PluginHold? Hold { get; set; }

        public int Pauses { get; set; }

        /// <summary>When the last pause ended.</summary>
        public DateTimeOffset? Since { get; private set; }

        public void Wake(ITimer timer)
        {
            _timer?.Dispose();
            _timer = timer;
        }

        public void End(DateTimeOffset now)
        {
            Hold = null;
            Since = now;
        }

        public void Dispose() => _timer?.Dispose();
    }
}
