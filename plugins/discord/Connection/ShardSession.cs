namespace OpenClaw.Channels.Discord.Connection;

/// <summary>What Discord keeps for one connection while it is away, and how far its events are done here.</summary>
internal sealed class ShardSession
{
    private const int MostResumes = 3;

    private readonly Lock _gate = new();
    private int _failures;
    private int _unreachable;

    public string? Id { get; private set; }

    public Uri? Address { get; private set; }

    public EventProgress Progress { get; private set; } = new();

    public bool CanResume => Snapshot() is not null;

    /// <summary>What the session needs to go on; nothing where it cannot.</summary>
    public (string Id, Uri? Address, long Sequence)? Snapshot()
    {
        lock (_gate)
            return Id is { } id && Progress.Stored is { } sequence ? (id, Address, sequence) : null;
    }

    public void Restore(string id, Uri? address, long sequence)
    {
        lock (_gate)
        {
            (Id, Address) = (id, address);
            Progress = new EventProgress(sequence);
        }
    }

    /// <summary>A new session: numbers begin anew.</summary>
    public void Begin(string id, Uri? address)
    {
        lock (_gate)
            (Id, Address, _failures, _unreachable) = (id, address, 0, 0);
    }

    /// <summary>Called before a connection introduces itself: its first events come before it is known by a name.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            (Id, Address, _failures, _unreachable) = (null, null, 0, 0);
            Progress = new EventProgress();
        }
    }

    public void Resumed() => (_failures, _unreachable) = (0, 0);

    /// <summary>A try to resume that was answered by something else. After three, the session is given up.</summary>
    public void ResumeFailed()
    {
        if (++_failures >= MostResumes)
            Forget();
    }

    /// <summary>Where to go on: at the place that Discord named, or by turns at the front door when nobody is there.</summary>
    public Uri PlaceOr(Uri usual) => Address is { } named && _unreachable % 2 == 0 ? named : usual;

    public void Unreachable() => _unreachable++;
}
