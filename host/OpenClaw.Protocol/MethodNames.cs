namespace OpenClaw.Protocol;

/// <summary>Names of the methods that every gateway is expected to serve. <see cref="Catalog.MethodCatalog"/> knows the others too.</summary>
public static class MethodNames
{
    public const string Agent = "agent";

    public const string AgentIdentityGet = "agent.identity.get";
    public const string AgentWait = "agent.wait";

    public const string AgentsList = "agents.list";
    public const string AgentsStats = "agents.stats";

    public const string CommandsList = "commands.list";

    public const string ModelsList = "models.list";

    public const string ToolsCatalog = "tools.catalog";
    public const string ToolsEffective = "tools.effective";

    public const string ChannelsLogout = "channels.logout";
    public const string ChannelsPairingApprove = "channels.pairing.approve";
    public const string ChannelsPairingDismiss = "channels.pairing.dismiss";
    public const string ChannelsPairingList = "channels.pairing.list";
    public const string ChannelsStart = "channels.start";
    public const string ChannelsStatus = "channels.status";
    public const string ChannelsStop = "channels.stop";

    public const string ChatAbort = "chat.abort";
    public const string ChatHistory = "chat.history";
    public const string ChatInject = "chat.inject";
    public const string ChatMessageGet = "chat.message.get";
    public const string ChatMetadata = "chat.metadata";
    public const string ChatSend = "chat.send";
    public const string ChatStartup = "chat.startup";

    public const string MessageAction = "message.action";

    public const string Send = "send";

    public const string InboxList = "inbox.list";
    public const string InboxRetry = "inbox.retry";
    public const string InboxDrop = "inbox.drop";

    public const string OutboxList = "outbox.list";
    public const string OutboxRetry = "outbox.retry";
    public const string OutboxDrop = "outbox.drop";

    public const string ConfigApply = "config.apply";
    public const string ConfigGet = "config.get";
    public const string ConfigPatch = "config.patch";
    public const string ConfigSchema = "config.schema";
    public const string ConfigSchemaLookup = "config.schema.lookup";
    public const string ConfigSet = "config.set";

    public const string Connect = "connect";

    public const string GatewayIdentityGet = "gateway.identity.get";

    public const string Health = "health";
    public const string LastHeartbeat = "last-heartbeat";

    public const string LogsTail = "logs.tail";

    public const string SetHeartbeats = "set-heartbeats";
    public const string Status = "status";
    public const string SystemEvent = "system-event";
    public const string SystemPresence = "system-presence";

    public const string SystemInfo = "system.info";

    public const string Wake = "wake";

    public const string CronAdd = "cron.add";
    public const string CronGet = "cron.get";
    public const string CronList = "cron.list";
    public const string CronRemove = "cron.remove";
    public const string CronRun = "cron.run";
    public const string CronRuns = "cron.runs";
    public const string CronStatus = "cron.status";
    public const string CronUpdate = "cron.update";

    public const string DevicePairApprove = "device.pair.approve";
    public const string DevicePairList = "device.pair.list";
    public const string DevicePairReject = "device.pair.reject";
    public const string DevicePairRemove = "device.pair.remove";
    public const string DevicePairRename = "device.pair.rename";
    public const string DevicePairSetupCode = "device.pair.setupCode";
    public const string DevicePairSetupStatus = "device.pair.setupStatus";
    public const string DeviceTokenRevoke = "device.token.revoke";
    public const string DeviceTokenRotate = "device.token.rotate";

    public const string ExecApprovalGet = "exec.approval.get";
    public const string ExecApprovalList = "exec.approval.list";
    public const string ExecApprovalRequest = "exec.approval.request";
    public const string ExecApprovalResolve = "exec.approval.resolve";
    public const string ExecApprovalWaitDecision = "exec.approval.waitDecision";
    public const string ExecApprovalsGet = "exec.approvals.get";
    public const string ExecApprovalsSet = "exec.approvals.set";

    public const string NodeDescribe = "node.describe";
    public const string NodeEvent = "node.event";
    public const string NodeInvoke = "node.invoke";
    public const string NodeInvokeProgress = "node.invoke.progress";
    public const string NodeInvokeResult = "node.invoke.result";
    public const string NodeList = "node.list";
    public const string NodePairApprove = "node.pair.approve";
    public const string NodePairList = "node.pair.list";
    public const string NodePairReject = "node.pair.reject";
    public const string NodePairRemove = "node.pair.remove";
    public const string NodePairRequest = "node.pair.request";
    public const string NodePairVerify = "node.pair.verify";
    public const string NodePendingAck = "node.pending.ack";
    public const string NodePendingDrain = "node.pending.drain";
    public const string NodePendingEnqueue = "node.pending.enqueue";
    public const string NodePendingPull = "node.pending.pull";
    public const string NodeRename = "node.rename";
    public const string VoicewakeGet = "voicewake.get";
    public const string VoicewakeRoutingGet = "voicewake.routing.get";
    public const string VoicewakeSet = "voicewake.set";

    public const string PluginsInstall = "plugins.install";
    public const string PluginsCommand = "plugins.command";
    public const string PluginsList = "plugins.list";
    public const string PluginsRefresh = "plugins.refresh";
    public const string PluginsReload = "plugins.reload";
    public const string PluginsSearch = "plugins.search";
    public const string PluginsUninstall = "plugins.uninstall";
    public const string PluginsInspect = "plugins.inspect";
    public const string PluginsSetEnabled = "plugins.setEnabled";

    public const string SessionsAbort = "sessions.abort";
    public const string SessionsCompact = "sessions.compact";
    public const string SessionsCreate = "sessions.create";
    public const string SessionsDelete = "sessions.delete";
    public const string SessionsDescribe = "sessions.describe";
    public const string SessionsGet = "sessions.get";
    public const string SessionsList = "sessions.list";
    public const string SessionsMessagesSubscribe = "sessions.messages.subscribe";
    public const string SessionsMessagesUnsubscribe = "sessions.messages.unsubscribe";
    public const string SessionsPatch = "sessions.patch";
    public const string SessionsPreview = "sessions.preview";
    public const string SessionsReset = "sessions.reset";
    public const string SessionsResolve = "sessions.resolve";
    public const string SessionsSend = "sessions.send";
    public const string SessionsSubscribe = "sessions.subscribe";

    public const string SkillsBins = "skills.bins";
}
