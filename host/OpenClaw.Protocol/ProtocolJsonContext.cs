using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Models;
using OpenClaw.Protocol.Plugins;
using OpenClaw.Protocol.Sessions;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Protocol;

/// <summary>Source-generated JSON contracts of everything that travels.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = GatewayLimits.MaxDepth)]
[JsonSerializable(typeof(ErrorShape))]
[JsonSerializable(typeof(MissingScopeDetails))]
[JsonSerializable(typeof(StateVersion))]
[JsonSerializable(typeof(ConnectParams))]
[JsonSerializable(typeof(HelloOk))]
[JsonSerializable(typeof(ProtocolMismatchDetails))]
[JsonSerializable(typeof(IReadOnlyList<PresenceEntry>))]
[JsonSerializable(typeof(ConnectChallengeEvent))]
[JsonSerializable(typeof(TickEvent))]
[JsonSerializable(typeof(PresenceEvent))]
[JsonSerializable(typeof(ShutdownEvent))]
[JsonSerializable(typeof(LegacyShutdownEvent))]
[JsonSerializable(typeof(AgentParams))]
[JsonSerializable(typeof(AgentWaitParams))]
[JsonSerializable(typeof(AgentAcceptedResult))]
[JsonSerializable(typeof(AgentResult))]
[JsonSerializable(typeof(AgentWaitResult))]
[JsonSerializable(typeof(ChatSendParams))]
[JsonSerializable(typeof(ChatSendResult))]
[JsonSerializable(typeof(ChatAbortParams))]
[JsonSerializable(typeof(ChatAbortResult))]
[JsonSerializable(typeof(ChatHistoryParams))]
[JsonSerializable(typeof(ChatHistoryResult))]
[JsonSerializable(typeof(TranscriptMessage))]
[JsonSerializable(typeof(SessionsListParams))]
[JsonSerializable(typeof(SessionsListResult))]
[JsonSerializable(typeof(SessionRow))]
[JsonSerializable(typeof(SessionsSubscribeResult))]
[JsonSerializable(typeof(SessionsMessagesSubscribeParams))]
[JsonSerializable(typeof(SessionsMessagesUnsubscribeParams))]
[JsonSerializable(typeof(SessionsMessagesSubscription))]
[JsonSerializable(typeof(SessionsDescribeParams))]
[JsonSerializable(typeof(SessionsDescribeResult))]
[JsonSerializable(typeof(SessionsResolveParams))]
[JsonSerializable(typeof(SessionsResolveResult))]
[JsonSerializable(typeof(SessionsPreviewParams))]
[JsonSerializable(typeof(SessionsPreviewResult))]
[JsonSerializable(typeof(SessionsGetParams))]
[JsonSerializable(typeof(SessionsGetResult))]
[JsonSerializable(typeof(SessionsCreateParams))]
[JsonSerializable(typeof(SessionsCreateResult))]
[JsonSerializable(typeof(SessionsSendParams))]
[JsonSerializable(typeof(SessionsAbortParams))]
[JsonSerializable(typeof(SessionsAbortResult))]
[JsonSerializable(typeof(SessionsPatchParams))]
[JsonSerializable(typeof(SessionsPatchResult))]
[JsonSerializable(typeof(SessionsResetParams))]
[JsonSerializable(typeof(SessionsResetResult))]
[JsonSerializable(typeof(SessionsDeleteParams))]
[JsonSerializable(typeof(SessionsDeleteResult))]
[JsonSerializable(typeof(SessionsCompactParams))]
[JsonSerializable(typeof(SessionsCompactResult))]
[JsonSerializable(typeof(ChatInjectParams))]
[JsonSerializable(typeof(ChatInjectResult))]
[JsonSerializable(typeof(ChatMessageGetParams))]
[JsonSerializable(typeof(ChatMessageGetResult))]
[JsonSerializable(typeof(ChatStartupParams))]
[JsonSerializable(typeof(ChatMetadataParams))]
[JsonSerializable(typeof(ChatMetadataResult))]
[JsonSerializable(typeof(AgentIdentityGetParams))]
[JsonSerializable(typeof(AgentIdentityResult))]
[JsonSerializable(typeof(SessionOperationEvent))]
[JsonSerializable(typeof(ModelsListParams))]
[JsonSerializable(typeof(ModelsListResult))]
[JsonSerializable(typeof(EmptyParams))]
[JsonSerializable(typeof(PluginsListResult))]
[JsonSerializable(typeof(ConfigGetResult))]
[JsonSerializable(typeof(ConfigSetParams))]
[JsonSerializable(typeof(ConfigPatchParams))]
[JsonSerializable(typeof(ConfigApplyParams))]
[JsonSerializable(typeof(ConfigWriteResult))]
[JsonSerializable(typeof(ConfigSchemaResult))]
[JsonSerializable(typeof(ConfigSchemaLookupParams))]
[JsonSerializable(typeof(ConfigSchemaLookupResult))]
[JsonSerializable(typeof(ConfigChangedEvent))]
[JsonSerializable(typeof(HealthParams))]
[JsonSerializable(typeof(StatusParams))]
[JsonSerializable(typeof(OpenParams))]
[JsonSerializable(typeof(HealthSummary))]
[JsonSerializable(typeof(StatusSummary))]
[JsonSerializable(typeof(LogsTailParams))]
[JsonSerializable(typeof(LogsTailResult))]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(AgentEvent))]
[JsonSerializable(typeof(RunStatusData))]
[JsonSerializable(typeof(LifecycleData))]
[JsonSerializable(typeof(LifecycleModelData))]
[JsonSerializable(typeof(AssistantData))]
[JsonSerializable(typeof(UsageData))]
[JsonSerializable(typeof(ItemData))]
[JsonSerializable(typeof(ToolData))]
[JsonSerializable(typeof(SessionsChangedEvent))]
[JsonSerializable(typeof(SessionMessageEvent))]
[JsonSerializable(typeof(IReadOnlyList<ContentPart>))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ProtocolJsonContext : JsonSerializerContext;
