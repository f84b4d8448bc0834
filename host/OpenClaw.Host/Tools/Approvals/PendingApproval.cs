namespace OpenClaw.Host.Tools.Approvals;

/// <summary>A request that waits for its end in this process.</summary>
internal sealed class PendingApproval(Approval approval)
{
    private readonly TaskCompletionSource<Approval> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _claimed;

    public Approval Approval { get; } = approval;

    /// <summary>The request as it ended; cancelled when the gateway stops before that.</summary>
    public Task<Approval> Ended => _ended.Task;

    /// <summary>One end only: the first to claim it writes it down.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>The end could not be written down; somebody else may try.</summary>
    public void Release() => Volatile.Write(ref _claimed, 0);

    public void Complete(Approval ended) => _ended.TrySetResult(ended);

    public void Abandon() => _ended.TrySetCanceled(CancellationToken.None);
}
