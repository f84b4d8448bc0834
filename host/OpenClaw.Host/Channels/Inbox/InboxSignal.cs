namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Says that messages were stored, and that some were taken out.</summary>
internal sealed class InboxSignal
{
    private TaskCompletionSource _arrived = New();
    private TaskCompletionSource _room = New();

    /// <summary>Completes when a message is stored after this was read. Read it before looking.</summary>
    public Task Arrival => Volatile.Read(ref _arrived).Task;

    /// <summary>Completes when messages were taken out after this was read.</summary>
    public Task Room => Volatile.Read(ref _room).Task;

    public void Arrived() => Interlocked.Exchange(ref _arrived, New()).TrySetResult();

    public void Taken() => Interlocked.Exchange(ref _room, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
