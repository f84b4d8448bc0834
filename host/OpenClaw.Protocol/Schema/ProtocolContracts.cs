using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using static OpenClaw.Protocol.ProtocolJsonContext;

namespace OpenClaw.Protocol.Schema;

/// <summary>Which records belong to which method and event.</summary>
public static class ProtocolContracts
{
    /// <summary>Records by method.</summary>
    public static FrozenDictionary<string, MethodContract> Methods { get; } = new Dictionary<string, MethodContract>
    {
        [MethodNames.Connect] = new(Default.ConnectParams, Default.HelloOk),
        [MethodNames.Health] = new(Default.HealthParams, Default.HealthSummary),
        [MethodNames.Status] = new(Default.StatusParams, Default.StatusSummary),
        [MethodNames.SystemPresence] = new(Default.OpenParams, Default.IReadOnlyListPresenceEntry),
        [MethodNames.LogsTail] = new(Default.LogsTailParams, Default.LogsTailResult),
        [MethodNames.ChatSend] = new(Default.ChatSendParams, Default.ChatSendResult, Default.ChatAbortResult),
        [MethodNames.ChatHistory] = new(Default.ChatHistoryParams, Default.ChatHistoryResult),
        [MethodNames.ChatAbort] = new(Default.ChatAbortParams, Default.ChatAbortResult),
        [MethodNames.Agent] = new(Default.AgentParams, Default.AgentAcceptedResult, Default.AgentResult),
        [MethodNames.AgentWait] = new(Default.AgentWaitParams, Default.AgentWaitResult),
        [MethodNames.SessionsList] = new(Default.SessionsListParams, Default.SessionsListResult),
        [MethodNames.ModelsList] = new(Default.ModelsListParams, Default.ModelsListResult),
        [MethodNames.ConfigGet] = new(Default.EmptyParams, Default.ConfigGetResult),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Records by event.</summary>
    public static FrozenDictionary<string, JsonTypeInfo> Events { get; } = new Dictionary<string, JsonTypeInfo>
    {
        [EventNames.ConnectChallenge] = Default.ConnectChallengeEvent,
        [EventNames.Tick] = Default.TickEvent,
        [EventNames.Presence] = Default.PresenceEvent,
        [EventNames.Health] = Default.HealthSummary,
        [EventNames.Shutdown] = Default.ShutdownEvent,
        [EventNames.Chat] = Default.ChatEvent,
        [EventNames.Agent] = Default.AgentEvent,
        [EventNames.SessionsChanged] = Default.SessionsChangedEvent,
        [EventNames.SessionMessage] = Default.SessionMessageEvent,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
