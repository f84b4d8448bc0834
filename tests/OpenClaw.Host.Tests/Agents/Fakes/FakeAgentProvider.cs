using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>A model that says what the test wrote down, one script for each call.</summary>
internal sealed class FakeAgentProvider : IAgentProvider
{
    private readonly ConcurrentQueue<Func<CancellationToken, IAsyncEnumerable<ModelUpdate>>> _scripts = [];

    public string Id { get; init; } = "fake";

    public ConcurrentQueue<ModelRequest> Requests { get; } = [];

    public Func<ModelRequest, CancellationToken, IAsyncEnumerable<ModelUpdate>>? Always { get; set; }

    public Func<CancellationToken, ValueTask<IReadOnlyList<ModelInfo>>> Models { get; set; } =
        static _ => ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = "fake-1", Name = "Fake One", ContextWindow = 128_000 }]);

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) => Models(cancellationToken);

    public IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        if (_scripts.TryDequeue(out var script))
            return script(cancellationToken);
        return Always?.Invoke(request, cancellationToken) ?? throw new InvalidOperationException("The test wrote no script for this call.");
    }

    public FakeAgentProvider Says(params string[] pieces) => Plays(Answer([.. pieces.Select(static piece => new TextDelta(piece))]));

    public FakeAgentProvider Plays(params ModelUpdate[] updates)
    {
        _scripts.Enqueue(token => Stream(updates, token));
        return this;
    }

    public FakeAgentProvider Calls(params (string Id, string Name, string Arguments)[] calls) => Plays(
    [
        .. calls.Select(static call => new ToolCallRequested(new ToolCallPart(call.Id, call.Name, JsonElement.Parse(call.Arguments)))),
        new UsageReported(new ModelUsage(10, 5)),
        new ModelStopped(ModelStopReason.ToolCalls),
    ]);

    public FakeAgentProvider Fails(Exception error, params string[] first)
    {
        _scripts.Enqueue(token => Broken(error, first, token));
        return this;
    }

    /// <summary>Says something and then waits until it is hung up on, or for ever.</summary>
    public FakeAgentProvider Hangs(string first, bool ignoresCancellation = false)
    {
        _scripts.Enqueue(token => Hanging(first, ignoresCancellation ? CancellationToken.None : token));
        return this;
    }

    /// <summary>Waits for the test before it answers.</summary>
    public FakeAgentProvider Waits(Task gate, string answer)
    {
        _scripts.Enqueue(token => Waiting(gate, answer, token));
        return this;
    }

    public static ModelUpdate[] Answer(ModelUpdate[] pieces) =>
        [.. pieces, new UsageReported(new ModelUsage(10, 5)), new ModelStopped(ModelStopReason.Completed, "chatcmpl-1")];

    public static async IAsyncEnumerable<ModelUpdate> Stream(ModelUpdate[] updates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return update;
        }
    }

    public static async IAsyncEnumerable<ModelUpdate> Waiting(Task gate, string answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        foreach (var update in Answer([new TextDelta(answer)]))
            yield return update;
    }

    private static async IAsyncEnumerable<ModelUpdate> Broken(
        Exception error, string[] first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var piece in first)
            yield return new TextDelta(piece);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        throw error;
    }

    private static async IAsyncEnumerable<ModelUpdate> Hanging(string first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (first.Length > 0)
            yield return new TextDelta(first);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
