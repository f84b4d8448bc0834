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
        [MethodNames.SessionsSubscribe] = new(Default.SessionsListParams, Default.SessionsSubscribeResult),
        [MethodNames.SessionsMessagesSubscribe] = new(Default.SessionsMessagesSubscribeParams, Default.SessionsMessagesSubscription),
        [MethodNames.SessionsMessagesUnsubscribe] = new(Default.SessionsMessagesUnsubscribeParams, Default.SessionsMessagesSubscription),
        [MethodNames.SessionsDescribe] = new(Default.SessionsDescribeParams, Default.SessionsDescribeResult),
        [MethodNames.SessionsResolve] = new(Default.SessionsResolveParams, Default.SessionsResolveResult),
        [MethodNames.SessionsPreview] = new(Default.SessionsPreviewParams, Default.SessionsPreviewResult),
        [MethodNames.SessionsGet] = new(Default.SessionsGetParams, Default.SessionsGetResult),
        [MethodNames.SessionsCreate] = new(Default.SessionsCreateParams, Default.SessionsCreateResult),
        [MethodNames.SessionsSend] = new(Default.SessionsSendParams, Default.ChatSendResult),
        [MethodNames.SessionsAbort] = new(Default.SessionsAbortParams, Default.SessionsAbortResult),
        [MethodNames.SessionsPatch] = new(Default.SessionsPatchParams, Default.SessionsPatchResult),
        [MethodNames.SessionsReset] = new(Default.SessionsResetParams, Default.SessionsResetResult),
        [MethodNames.SessionsDelete] = new(Default.SessionsDeleteParams, Default.SessionsDeleteResult),
        [MethodNames.SessionsCompact] = new(Default.SessionsCompactParams, Default.SessionsCompactResult),
        [MethodNames.ChatInject] = new(Default.ChatInjectParams, Default.ChatInjectResult),
        [MethodNames.ChatMessageGet] = new(Default.ChatMessageGetParams, Default.ChatMessageGetResult),
        [MethodNames.ChatStartup] = new(Default.ChatStartupParams, Default.ChatHistoryResult),
        [MethodNames.ChatMetadata] = new(Default.ChatMetadataParams, Default.ChatMetadataResult),
        [MethodNames.AgentIdentityGet] = new(Default.AgentIdentityGetParams, Default.AgentIdentityResult),
        [MethodNames.ModelsList] = new(Default.ModelsListParams, Default.ModelsListResult),
        [MethodNames.ConfigGet] = new(Default.EmptyParams, Default.ConfigGetResult),
        [MethodNames.GatewayIdentityGet] = new(Default.OpenParams, Default.GatewayIdentityResult),
        [MethodNames.DevicePairList] = new(Default.EmptyParams, Default.DevicePairListResult),
        [MethodNames.DevicePairApprove] = new(Default.DevicePairDecisionParams, Default.DevicePairApproveResult),
        [MethodNames.DevicePairReject] = new(Default.DevicePairDecisionParams, Default.DevicePairRejectResult),
        [MethodNames.DevicePairRemove] = new(Default.DevicePairRemoveParams, Default.DevicePairRemoveResult),
        [MethodNames.DevicePairRename] = new(Default.DevicePairRenameParams, Default.DevicePairRenameResult),
        [MethodNames.DevicePairSetupCode] = new(Default.DeviceSetupCodeParams, Default.DeviceSetupCodeResult),
        [MethodNames.DevicePairSetupStatus] = new(Default.DeviceSetupStatusParams, Default.DeviceSetupStatusResult),
        [MethodNames.DeviceTokenRotate] = new(Default.DeviceTokenRotateParams, Default.DeviceTokenRotateResult),
        [MethodNames.DeviceTokenRevoke] = new(Default.DeviceTokenRevokeParams, Default.DeviceTokenRevokeResult),
        [MethodNames.NodeList] = new(Default.EmptyParams, Default.NodeListResult),
        [MethodNames.NodeDescribe] = new(Default.NodeDescribeParams, Default.NodeDescribeResult),
        [MethodNames.NodeRename] = new(Default.NodeRenameParams, Default.NodeRenameResult),
        [MethodNames.NodePairList] = new(Default.EmptyParams, Default.NodePairListResult),
        [MethodNames.NodePairApprove] = new(Default.NodePairDecisionParams, Default.NodePairApproveResult),
        [MethodNames.NodePairReject] = new(Default.NodePairDecisionParams, Default.NodePairRejectResult),
        [MethodNames.NodePairRemove] = new(Default.NodePairRemoveParams, Default.NodePairRemoveResult),
        [MethodNames.NodePairRequest] = new(Default.NodePairRequestParams, Default.NodePairRequestResult),
        [MethodNames.NodePairVerify] = new(Default.NodePairVerifyParams, Default.NodePairVerifyResult),
        [MethodNames.NodeInvoke] = new(Default.NodeInvokeParams, Default.NodeInvokeResult),
        [MethodNames.NodeInvokeResult] = new(Default.NodeInvokeResultParams, Default.NodeAck),
        [MethodNames.NodeInvokeProgress] = new(Default.NodeInvokeProgressParams, Default.NodeAck),
        [MethodNames.NodeEvent] = new(Default.NodeEventParams, Default.NodeEventResult),
        [MethodNames.NodePendingPull] = new(Default.OpenParams, Default.NodePendingPullResult),
        [MethodNames.NodePendingAck] = new(Default.NodePendingAckParams, Default.NodePendingAckResult),
        [MethodNames.NodePendingDrain] = new(Default.NodePendingDrainParams, Default.NodePendingDrainResult),
        [MethodNames.NodePendingEnqueue] = new(Default.NodePendingEnqueueParams, Default.NodePendingEnqueueResult),
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
        [EventNames.SessionOperation] = Default.SessionOperationEvent,
        [EventNames.DevicePairRequested] = Default.PendingDevice,
        [EventNames.DevicePairResolved] = Default.DevicePairResolvedEvent,
        [EventNames.NodePairRequested] = Default.PendingNode,
        [EventNames.NodePairResolved] = Default.NodePairResolvedEvent,
        [EventNames.NodeHostStats] = Default.NodeHostStatsEvent,
        [EventNames.NodeInvokeRequest] = Default.NodeInvokeRequestEvent,
        [EventNames.NodeInvokeCancel] = Default.NodeInvokeCancelEvent,
        [EventNames.DevicePairChanged] = Default.EmptyParams,
        [EventNames.DevicePairSetupCompleted] = Default.DeviceSetupCompletion,
        [EventNames.DevicePairSetupDeliveryUncertain] = Default.DeviceSetupCompletion,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
