namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Calls a plugin asked for at its stop; last registered first.</summary>
internal sealed class StoppingActions
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    public IDisposable Add(Func<CancellationToken, Task> action)
    {
        var entry = new Entry(this, action);
        lock (_lock)
            _entries.Add(entry);
        return entry;
    }

    public async Task RunAsync(Action<string, Exception> reportFault, CancellationToken deadline)
    {
        while (!deadline.IsCancellationRequested && TakeLast() is { } action)
        {
            try
            {
                await action(deadline).WaitAsync(deadline);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                reportFault("stopping action", exception);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    private Func<CancellationToken, Task>? TakeLast()
    {
        lock (_lock)
        {
            if (_entries.Count == 0)
                return null;
            var last = _entries[^1];
            _entries.RemoveAt(_entries.Count - 1);
            return last.Action;
        }
    }

    private void Remove(Entry entry)
    {
        lock (_lock)
            _entries.Remove(entry);
    }

    private sealed class Entry(StoppingActions owner, Func<CancellationToken, Task> action) : IDisposable
    {
        public Func<CancellationToken, Task> Action { get; } = action;

        public void Dispose() => owner.Remove(this);
    }
}
