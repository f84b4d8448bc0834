using System.Text.Json;
using OpenClaw.Host.Events;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>Keeps what was published and lets a test wait for something.</summary>
internal sealed class RecordedEvents : IEventPublisher
{
    private readonly Lock _lock = new();
    private readonly List<GatewayEvent> _events = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<GatewayEvent> All
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    public IReadOnlyList<(string Event, JsonElement Payload)> Of(string runId) =>
        [.. All.Select(one => (one.Name, JsonElement.Parse(one.Payload.Span))).Where(one => one.Item2.GetProperty("runId").GetString() == runId)];

    public void Publish(GatewayEvent gatewayEvent)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _events.Add(gatewayEvent);
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    public Task UntilAsync(Func<string, JsonElement, bool> condition) =>
        UntilAsync(events => events.Any(one => condition(one.Name, JsonElement.Parse(one.Payload.Span))));

    /// <summary>Waits for so many events of one name.</summary>
    public Task UntilCountAsync(string name, Func<JsonElement, bool> condition, int count) =>
        UntilAsync(events => events.Count(one => one.Name == name && condition(JsonElement.Parse(one.Payload.Span))) >= count);

    private async Task UntilAsync(Func<List<GatewayEvent>, bool> condition)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition(_events))
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(AgentFixture.Patience);
        }
    }

    public Task UntilChatAsync(string runId, string state) => UntilAsync(
        (name, payload) => name == "chat" && payload.GetProperty("runId").GetString() == runId && payload.GetProperty("state").GetString() == state);
}
