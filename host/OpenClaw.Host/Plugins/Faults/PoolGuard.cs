using System.Diagnostics;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>
/// Watches whether work of the whole process stands still because plugins block the threads of the pool, and then lets the pool
/// have more of them: by itself it adds one or two a second. It runs only where plugins are loaded that did not ship with the gateway.
/// </summary>
internal sealed class PoolGuard(Action<int, int> stoodStill) : IDisposable
{
    private const int FirstStep = 8;
    private const int MaxThreads = 1_000;

    /// <summary>No work was finished for this long though some waits.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // A machine that is busy with something else looks the same for a moment: that is helped, and not worth a line.
    private const int LooksWorthTelling = 5;

    private readonly ManualResetEventSlim _stop = new();
    private readonly Lock _lock = new();
    private Thread? _thread;

    public void Start()
    {
        lock (_lock)
        {
            if (_thread is not null)
                return;
            // Not on the pool, which is what it watches.
            _thread = new Thread(Run) { IsBackground = true, Name = "pool guard", Priority = ThreadPriority.AboveNormal };
            _thread.UnsafeStart();
        }
    }

    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        var completed = 0L;
        var step = FirstStep;
        var looks = 0;
        var looked = Stopwatch.GetTimestamp();
        while (!_stop.Wait(Look))
        {
            var now = ThreadPool.CompletedWorkItemCount;
            var late = Stopwatch.GetElapsedTime(looked) > 2 * Look;
            looked = Stopwatch.GetTimestamp();
            // The machine lets not even this thread run in time, so that nothing was finished says nothing of plugins.
            if (late)
                continue;
            if (ThreadPool.PendingWorkItemCount == 0 || now != completed)
            {
                if (looks >= LooksWorthTelling)
                    stoodStill(looks * (int)Look.TotalMilliseconds, ThreadPool.ThreadCount);
                completed = now;
                step = FirstStep;
                looks = 0;
                continue;
            }

            looks++;
            ThreadPool.GetMinThreads(out var least, out var ports);
            var wanted = Math.Min(ThreadPool.ThreadCount + step, MaxThreads);
            if (wanted > least)
                ThreadPool.SetMinThreads(wanted, ports);
            step = Math.Min(step * 2, 128);
        }
    }
}
