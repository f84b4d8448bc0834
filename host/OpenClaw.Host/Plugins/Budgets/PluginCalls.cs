using System.Diagnostics.CodeAnalysis;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Budgets;

/// <summary>
/// Counts what goes into one generation and what comes out of it, and holds both to the plugin's limits. A call that was given
/// up keeps its place until the plugin's code has returned, so that calls which hang cannot pile up.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A call that hangs gives its place back after the end; the semaphore has no handle to dispose.")]
internal sealed class PluginCalls(PluginEntry entry, PluginEnvironment environment)
{
    public const string CallsLimit = "maxConcurrentCalls";
    public const string SendsLimit = "sendsPerSecond";

    private readonly PluginLimits _limits = entry.Input?.Limits ?? PluginLimits.Default;
    private readonly SemaphoreSlim _places = new(entry.Input?.Limits.MaxConcurrentCalls ?? PluginLimits.Default.MaxConcurrentCalls);
    private readonly SendRate _sends = new(
        (entry.Input?.Limits ?? PluginLimits.Default).SendsPerSecond, (entry.Input?.Limits ?? PluginLimits.Default).Queue, environment.Clock);

    private int _waiting;
    private long _missed;
    private long _memory;

    /// <summary>Names the plugin should its code take the process down.</summary>
    public BootSlot Slot { get; } = environment.Marker.SlotOf(entry.Id, entry.Folder.Origin);

    public PluginUsage Usage => new()
    {
        Limits = _limits,
        Calls = _limits.MaxConcurrentCalls - _places.CurrentCount,
        WaitingCalls = Volatile.Read(ref _waiting),
        RefusedCalls = environment.Refusals.Of(entry.Id, CallsLimit),
        RefusedSends = environment.Refusals.Of(entry.Id, SendsLimit),
        MissedDeadlines = Interlocked.Read(ref _missed),
        MemoryEstimate = Interlocked.Read(ref _memory),
    };

    /// <summary>Waits for a place among the calls.</summary>
    /// <exception cref="PluginLimitException">Too many wait already.</exception>
    public async ValueTask<PluginPlace> EnterAsync(CancellationToken cancellationToken)
    {
        if (!_places.Wait(0, CancellationToken.None))
        {
            if (Interlocked.Increment(ref _waiting) > _limits.Queue)
            {
                Interlocked.Decrement(ref _waiting);
                environment.Refusals.Add(entry.Id, CallsLimit);
                throw new PluginLimitException(entry.Id, CallsLimit, _limits.MaxConcurrentCalls, $"{_limits.MaxConcurrentCalls} calls are inside and {_limits.Queue} wait");
            }

            try
            {
                await _places.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        return new PluginPlace(this, Slot);
    }

    /// <summary>Marks that the plugin's code runs, for calls that need no place: it must be possible to start, watch and stop one that is full.</summary>
    public IDisposable Supervise() => new Mark(Slot);

    /// <summary>Calls the plugin within its limits, on a thread of its own as long as it does not yield.</summary>
    /// <exception cref="PluginLimitException">It has too many calls already.</exception>
    /// <exception cref="PluginDeadlineException">It did not return in time.</exception>
    public async Task<T> InvokeAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var place = await EnterAsync(cancellationToken);
        try
        {
            return await PluginWorker.InvokeAsync($"plugin {entry.Id}: {what}", call, _limits.CallTimeout, environment.Clock, place, cancellationToken);
        }
        catch (PluginDeadlineException exception)
        {
            Missed(what, exception);
            throw;
        }
    }

    /// <summary>Waits until the plugin may hand over one more message.</summary>
    /// <exception cref="PluginLimitException">It hands over more than can wait.</exception>
    public async ValueTask PaceAsync(CancellationToken cancellationToken)
    {
        if (!_sends.TryTake(out var wait))
        {
            environment.Refusals.Add(entry.Id, SendsLimit);
            var refusal = new PluginLimitException(entry.Id, SendsLimit, _limits.SendsPerSecond, $"it hands over more than {_limits.SendsPerSecond} messages a second and {_limits.Queue} wait");
            entry.Fault(FaultKind.Flood, "handing over messages", refusal);
            throw refusal;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, environment.Clock, cancellationToken);
    }

    /// <summary>Notes a call that did not return in time.</summary>
    public void Missed(string what, PluginDeadlineException exception)
    {
        Interlocked.Increment(ref _missed);
        entry.Fault(FaultKind.Deadline, what, exception);
    }

    public void Measured(long bytes) => Interlocked.Exchange(ref _memory, bytes);

    internal void Leave() => _places.Release();

    private sealed class Mark : IDisposable
    {
        private readonly BootSlot _slot;
        private int _left;

        public Mark(BootSlot slot)
        {
            _slot = slot;
            slot.Enter();
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                _slot.Leave();
        }
    }
}
