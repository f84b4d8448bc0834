using OpenClaw.Host.Events;

namespace OpenClaw.Host.Channels.Inbox;

/// <summary>Wakes the pump when messages were stored, and channels that wait for room when some were taken out.</summary>
internal sealed class InboxSignal : LoopSignal
{
    private TaskCompletionSource _room = New();

    /// <summary>Completes when messages were taken out after this was read. Read it before looking.</summary>
    public Task Room => Volatile.Read(ref _room).Task;

    public void Taken() => Interlocked.Exchange(ref _room, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
