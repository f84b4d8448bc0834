using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Agents.Lanes;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>A run that is waiting or at work in this process.</summary>
#pragma warning disable CA1001 // The source holds no timer and no handle; disposing it would race with those who end the run.
internal sealed class ActiveRun(RunRecord record)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<RunRecord> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RunRecord _record = record;
    private volatile string _text = string.Empty;
    private readonly Lock _mergedLock = new();
    private List<ActiveRun> _merged = [];
    private int _ending;

    public string RunId { get; } = record.RunId;

    public string SessionKey { get; } = record.SessionKey;

    /// <summary>What its message does while the session is busy. Programs wait for their turn.</summary>
    public QueueMode Mode { get; } = record.Surface == RunSurface.Agent
        ? QueueMode.Followup
        : QueueModeText.Parse(record.Input.QueueMode) ?? QueueMode.Followup;

    /// <summary>Whether something was before it when it was queued.</summary>
    public bool HasWaited { get; set; }

    /// <summary>When it was queued, as a timestamp of the clock.</summary>
    public long QueuedAt { get; set; }

    /// <summary>Those that wait behind it; set when it is queued.</summary>
    public LaneMates? Mates { get; set; }

    /// <summary>The run as it was last stored.</summary>
    public RunRecord Record
    {
        get => _record;
        set => _record = value;
    }

    /// <summary>The answer so far.</summary>
    public string Text
    {
        get => _text;
        set => _text = value;
    }

    /// <summary>Shows the chat that the answer is being written.</summary>
    public IRunSign? Sign { get; set; }

    public RunEnding Ending => (RunEnding)Volatile.Read(ref _ending);

    /// <summary>Cancelled when the run has to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The run as it ended. Fails only when the end could not be stored.</summary>
    public Task<RunRecord> Completion => _completion.Task;

    /// <summary>Tells the run to stop; the first reason counts.</summary>
    public bool TryEnd(RunEnding reason)
    {
        if (Interlocked.CompareExchange(ref _ending, (int)reason, (int)RunEnding.None) != (int)RunEnding.None || _completion.Task.IsCompleted)
            return false;
        _stop.Cancel();
        return true;
    }

    /// <summary>Marks that another run takes the message over; false when the run was told to stop before.</summary>
    public bool TryMerge() =>
        Interlocked.CompareExchange(ref _ending, (int)RunEnding.Merged, (int)RunEnding.None) == (int)RunEnding.None;

    public void UndoMerge() => Interlocked.CompareExchange(ref _ending, (int)RunEnding.None, (int)RunEnding.Merged);

    /// <summary>Notes runs that this one answers for.</summary>
    public void AddMerged(IEnumerable<ActiveRun> runs)
    {
        lock (_mergedLock)
            _merged.AddRange(runs);
    }

    /// <summary>Whether messages were said into it that it has not answered yet.</summary>
    public bool CarriesOthers
    {
        get
        {
            lock (_mergedLock)
                return _merged.Count > 0;
        }
    }

    public IReadOnlyList<ActiveRun> TakeMerged()
    {
        lock (_mergedLock)
        {
            var taken = _merged;
            _merged = [];
            return taken;
        }
    }

    public void Complete(RunRecord ended)
    {
        Record = ended;
        _completion.TrySetResult(ended);
    }

    public void Fail(Exception error)
    {
        _completion.TrySetException(error);
        // Not everybody's run is awaited; the log has the error already.
        _ = _completion.Task.Exception;
    }
}
