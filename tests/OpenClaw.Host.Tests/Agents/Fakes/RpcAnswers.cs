using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>The answers one request got.</summary>
internal sealed class RpcAnswers : IRpcResponder
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<JsonElement> All { get; } = [];

    /// <summary>Completes with the first answer.</summary>
    public Task First => _first.Task.WaitAsync(AgentFixture.Patience);

    public JsonElement Last => All.Last();

    public void Ok<T>(string requestId, T payload, JsonTypeInfo<T> info)
    {
        All.Enqueue(JsonSerializer.SerializeToElement(payload, info));
        _first.TrySetResult();
    }
}
