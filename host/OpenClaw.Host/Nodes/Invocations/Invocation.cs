namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>A command that a node was asked to run and has not answered.</summary>
internal sealed class Invocation(string nodeId, string connectionId)
{
    private readonly TaskCompletionSource<InvokeOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public string NodeId => nodeId;

    public string ConnectionId => connectionId;

    public Task<InvokeOutcome> Outcome => _outcome.Task;

    /// <summary>False when it has ended already.</summary>
    public bool TryEnd(InvokeOutcome outcome) => _outcome.TrySetResult(outcome);
}
