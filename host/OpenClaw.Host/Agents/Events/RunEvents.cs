using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Agents.Events;

/// <summary>
/// Publishes the events of one run: numbered from one, in order whoever publishes, and in the older form for connections
/// that speak protocol 3.
/// </summary>
internal sealed class RunEvents(IEventPublisher publisher, SessionFeed feed, TimeProvider time, RunRecord run)
{
    private readonly Lock _order = new();
    private readonly string _legacyKey = string.IsNullOrEmpty(run.Input.RequestedKey) ? run.SessionKey : run.Input.RequestedKey;
    private long _seq;

    public bool IsChat { get; } = run.Surface == RunSurface.Chat;

    public long Now => time.UnixMs;

    /// <summary>Publishes under one number what belongs together.</summary>
    public void Publish(Action<RunEventBatch> describe)
    {
        lock (_order)
            describe(new RunEventBatch(this, ++_seq));
    }

    internal void Agent<T>(long seq, string stream, T data, JsonTypeInfo<T> info, RunEventOptions options)
    {
        var agentEvent = new AgentEvent
        {
            RunId = run.RunId,
            Stream = stream,
            Data = JsonSerializer.SerializeToElement(data, info),
            Seq = seq,
            Ts = Now,
            SessionKey = run.SessionKey,
            SessionId = options.HasFlag(RunEventOptions.WithSessionId) ? run.SessionId : null,
            AgentId = run.AgentId,
            Lane = options.HasFlag(RunEventOptions.WithLane) && IsChat ? "main" : null,
            IsHeartbeat = run.Input.IsHeartbeat ? true : IsChat ? false : null,
        };
        var legacy = options.HasFlag(RunEventOptions.InProtocol3)
            ? agentEvent with { SessionKey = _legacyKey, SessionId = null, AgentId = null, Lane = null, IsHeartbeat = null }
            : null;
        Send(
            EventNames.Agent,
            agentEvent,
            legacy,
            ProtocolJsonContext.Default.AgentEvent,
            options.HasFlag(RunEventOptions.ToolEventsOnly) ? ClientCapabilities.ToolEvents : null);
        Mirror(data, agentEvent.Ts);
    }

    internal void Chat(long seq, ChatEvent chatEvent, bool inProtocol3)
    {
        chatEvent = chatEvent with { RunId = run.RunId, SessionKey = run.SessionKey, Seq = seq };
        var legacy = inProtocol3 ? chatEvent with { SessionKey = _legacyKey, AgentId = null, DeltaText = null, Replace = null } : null;
        Send(EventNames.Chat, chatEvent, legacy, ProtocolJsonContext.Default.ChatEvent, capability: null);
    }

    internal ChatEvent NewChat(string state) => new()
    {
        RunId = run.RunId,
        SessionKey = run.SessionKey,
        AgentId = run.AgentId,
        Seq = 0,
        State = state,
    };

    /// <summary>The steps of a run change the row of its session.</summary>
    private void Mirror<T>(T data, long now)
    {
        switch (data)
        {
            case LifecycleModelData { Phase: { } phase }:
                feed.Stepped(run.SessionKey, run.RunId, phase, now);
                break;
            case LifecycleData { Phase: RunPhases.Finishing }:
                feed.Changed(run.SessionKey, ChangeReasons.InputSettled);
                break;
            case LifecycleData { Phase: RunPhases.Start } started:
                feed.Changed(run.SessionKey, ChangeReasons.RunStarted);
                feed.Stepped(run.SessionKey, run.RunId, RunPhases.Start, started.StartedAt ?? now);
                break;
            case LifecycleData { Phase: { } phase } ended:
                feed.Stepped(run.SessionKey, run.RunId, phase, ended.EndedAt ?? now);
                break;
        }
    }

    private void Send<T>(string name, T payload, T? legacy, JsonTypeInfo<T> info, string? capability)
        where T : class =>
        publisher.Publish(GatewayEvent.Create(name, payload, info) with
        {
            LegacyPayload = legacy is null ? ReadOnlyMemory<byte>.Empty : JsonSerializer.SerializeToUtf8Bytes(legacy, info),
            RequiredCapability = capability,
            SessionKey = run.SessionKey,
        });
}
