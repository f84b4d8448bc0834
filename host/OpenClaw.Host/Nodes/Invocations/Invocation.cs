namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>A command that a node was asked to run and has not answered.</summary>
internal sealed class Invocation(string nodeId, string connectionId)
{
    private long _lastProgress = -1;
    private readonly TaskCompletionSource<InvokeOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public string NodeId => nodeId;

    public string ConnectionId => connectionId;

    public Task<InvokeOutcome> Outcome => _outcome.Task;

    /// <summary>Notes a piece of progress. False for one that came already, or came after a later one.</summary>
    public bool TryProgress(long seq)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _lastProgress);
            if (seq <= last)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _lastProgress, seq, last) == last)
            {
                return true;
            }
        }
    }

    /// <summary>False when it has ended already.</summary>
    public bool TryEnd(InvokeOutcome outcome) => _outcome.TrySetResult(outcome);
}
