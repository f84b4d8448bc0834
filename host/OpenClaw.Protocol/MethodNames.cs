namespace OpenClaw.Protocol;

/// <summary>Names of the methods that every gateway is expected to serve. <see cref="Catalog.MethodCatalog"/> knows the others too.</summary>
public static class MethodNames
{
    /// <summary>The method <c>agent</c>.</summary>
    public const string Agent = "agent";

    /// <summary>The method <c>agent.identity.get</c>.</summary>
    public const string AgentIdentityGet = "agent.identity.get";

    /// <summary>The method <c>agent.wait</c>.</summary>
    public const string AgentWait = "agent.wait";

    /// <summary>The method <c>agents.list</c>.</summary>
    public const string AgentsList = "agents.list";

    /// <summary>The method <c>commands.list</c>.</summary>
    public const string CommandsList = "commands.list";

    /// <summary>The method <c>models.list</c>.</summary>
    public const string ModelsList = "models.list";

    /// <summary>The method <c>tools.catalog</c>.</summary>
    public const string ToolsCatalog = "tools.catalog";

    /// <summary>The method <c>tools.effective</c>.</summary>
    public const string ToolsEffective = "tools.effective";

    /// <summary>The method <c>channels.logout</c>.</summary>
    public const string ChannelsLogout = "channels.logout";

    /// <summary>The method <c>channels.start</c>.</summary>
    public const string ChannelsStart = "channels.start";

    /// <summary>The method <c>channels.status</c>.</summary>
    public const string ChannelsStatus = "channels.status";

    /// <summary>The method <c>channels.stop</c>.</summary>
    public const string ChannelsStop = "channels.stop";

    /// <summary>The method <c>chat.abort</c>.</summary>
    public const string ChatAbort = "chat.abort";

    /// <summary>The method <c>chat.history</c>.</summary>
    public const string ChatHistory = "chat.history";

    /// <summary>The method <c>chat.inject</c>.</summary>
    public const string ChatInject = "chat.inject";

    /// <summary>The method <c>chat.message.get</c>.</summary>
    public const string ChatMessageGet = "chat.message.get";

    /// <summary>The method <c>chat.metadata</c>.</summary>
    public const string ChatMetadata = "chat.metadata";

    /// <summary>The method <c>chat.send</c>.</summary>
    public const string ChatSend = "chat.send";

    /// <summary>The method <c>chat.startup</c>.</summary>
    public const string ChatStartup = "chat.startup";

    /// <summary>The method <c>message.action</c>.</summary>
    public const string MessageAction = "message.action";

    /// <summary>The method <c>send</c>.</summary>
    public const string Send = "send";

    /// <summary>The method <c>config.apply</c>.</summary>
    public const string ConfigApply = "config.apply";

    /// <summary>The method <c>config.get</c>.</summary>
    public const string ConfigGet = "config.get";

    /// <summary>The method <c>config.patch</c>.</summary>
    public const string ConfigPatch = "config.patch";

    /// <summary>The method <c>config.schema</c>.</summary>
    public const string ConfigSchema = "config.schema";

    /// <summary>The method <c>config.schema.lookup</c>.</summary>
    public const string ConfigSchemaLookup = "config.schema.lookup";

    /// <summary>The method <c>config.set</c>.</summary>
    public const string ConfigSet = "config.set";

    /// <summary>The method <c>connect</c>.</summary>
    public const string Connect = "connect";

    /// <summary>The method <c>gateway.identity.get</c>.</summary>
    public const string GatewayIdentityGet = "gateway.identity.get";

    /// <summary>The method <c>health</c>.</summary>
    public const string Health = "health";

    /// <summary>The method <c>last-heartbeat</c>.</summary>
    public const string LastHeartbeat = "last-heartbeat";

    /// <summary>The method <c>logs.tail</c>.</summary>
    public const string LogsTail = "logs.tail";

    /// <summary>The method <c>set-heartbeats</c>.</summary>
    public const string SetHeartbeats = "set-heartbeats";

    /// <summary>The method <c>status</c>.</summary>
    public const string Status = "status";

    /// <summary>The method <c>system-event</c>.</summary>
    public const string SystemEvent = "system-event";

    /// <summary>The method <c>system-presence</c>.</summary>
    public const string SystemPresence = "system-presence";

    /// <summary>The method <c>system.info</c>.</summary>
    public const string SystemInfo = "system.info";

    /// <summary>The method <c>wake</c>.</summary>
    public const string Wake = "wake";

    /// <summary>The method <c>cron.add</c>.</summary>
    public const string CronAdd = "cron.add";

    /// <summary>The method <c>cron.get</c>.</summary>
    public const string CronGet = "cron.get";

    /// <summary>The method <c>cron.list</c>.</summary>
    public const string CronList = "cron.list";

    /// <summary>The method <c>cron.remove</c>.</summary>
    public const string CronRemove = "cron.remove";

    /// <summary>The method <c>cron.run</c>.</summary>
    public const string CronRun = "cron.run";

    /// <summary>The method <c>cron.runs</c>.</summary>
    public const string CronRuns = "cron.runs";

    /// <summary>The method <c>cron.status</c>.</summary>
    public const string CronStatus = "cron.status";

    /// <summary>The method <c>cron.update</c>.</summary>
    public const string CronUpdate = "cron.update";

    /// <summary>The method <c>device.pair.approve</c>.</summary>
    public const string DevicePairApprove = "device.pair.approve";

    /// <summary>The method <c>device.pair.list</c>.</summary>
    public const string DevicePairList = "device.pair.list";

    /// <summary>The method <c>device.pair.reject</c>.</summary>
    public const string DevicePairReject = "device.pair.reject";

    /// <summary>The method <c>device.pair.remove</c>.</summary>
    public const string DevicePairRemove = "device.pair.remove";

    /// <summary>The method <c>device.pair.rename</c>.</summary>
    public const string DevicePairRename = "device.pair.rename";

    /// <summary>The method <c>device.pair.setupCode</c>.</summary>
    public const string DevicePairSetupCode = "device.pair.setupCode";

    /// <summary>The method <c>device.pair.setupStatus</c>.</summary>
    public const string DevicePairSetupStatus = "device.pair.setupStatus";

    /// <summary>The method <c>device.token.revoke</c>.</summary>
    public const string DeviceTokenRevoke = "device.token.revoke";

    /// <summary>The method <c>device.token.rotate</c>.</summary>
    public const string DeviceTokenRotate = "device.token.rotate";

    /// <summary>The method <c>exec.approval.get</c>.</summary>
    public const string ExecApprovalGet = "exec.approval.get";

    /// <summary>The method <c>exec.approval.list</c>.</summary>
    public const string ExecApprovalList = "exec.approval.list";

    /// <summary>The method <c>exec.approval.request</c>.</summary>
    public const string ExecApprovalRequest = "exec.approval.request";

    /// <summary>The method <c>exec.approval.resolve</c>.</summary>
    public const string ExecApprovalResolve = "exec.approval.resolve";

    /// <summary>The method <c>exec.approval.waitDecision</c>.</summary>
    public const string ExecApprovalWaitDecision = "exec.approval.waitDecision";

    /// <summary>The method <c>exec.approvals.get</c>.</summary>
    public const string ExecApprovalsGet = "exec.approvals.get";

    /// <summary>The method <c>exec.approvals.set</c>.</summary>
    public const string ExecApprovalsSet = "exec.approvals.set";

    /// <summary>The method <c>node.describe</c>.</summary>
    public const string NodeDescribe = "node.describe";

    /// <summary>The method <c>node.event</c>.</summary>
    public const string NodeEvent = "node.event";

    /// <summary>The method <c>node.invoke</c>.</summary>
    public const string NodeInvoke = "node.invoke";

    /// <summary>The method <c>node.invoke.progress</c>.</summary>
    public const string NodeInvokeProgress = "node.invoke.progress";

    /// <summary>The method <c>node.invoke.result</c>.</summary>
    public const string NodeInvokeResult = "node.invoke.result";

    /// <summary>The method <c>node.list</c>.</summary>
    public const string NodeList = "node.list";

    /// <summary>The method <c>node.pair.approve</c>.</summary>
    public const string NodePairApprove = "node.pair.approve";

    /// <summary>The method <c>node.pair.list</c>.</summary>
    public const string NodePairList = "node.pair.list";

    /// <summary>The method <c>node.pair.reject</c>.</summary>
    public const string NodePairReject = "node.pair.reject";

    /// <summary>The method <c>node.pair.remove</c>.</summary>
    public const string NodePairRemove = "node.pair.remove";

    /// <summary>The method <c>node.pair.request</c>.</summary>
    public const string NodePairRequest = "node.pair.request";

    /// <summary>The method <c>node.pair.verify</c>.</summary>
    public const string NodePairVerify = "node.pair.verify";

    /// <summary>The method <c>node.pending.ack</c>.</summary>
    public const string NodePendingAck = "node.pending.ack";

    /// <summary>The method <c>node.pending.drain</c>.</summary>
    public const string NodePendingDrain = "node.pending.drain";

    /// <summary>The method <c>node.pending.enqueue</c>.</summary>
    public const string NodePendingEnqueue = "node.pending.enqueue";

    /// <summary>The method <c>node.pending.pull</c>.</summary>
    public const string NodePendingPull = "node.pending.pull";

    /// <summary>The method <c>node.rename</c>.</summary>
    public const string NodeRename = "node.rename";

    /// <summary>The method <c>plugins.list</c>.</summary>
    public const string PluginsList = "plugins.list";

    /// <summary>The method <c>sessions.abort</c>.</summary>
    public const string SessionsAbort = "sessions.abort";

    /// <summary>The method <c>sessions.compact</c>.</summary>
    public const string SessionsCompact = "sessions.compact";

    /// <summary>The method <c>sessions.create</c>.</summary>
    public const string SessionsCreate = "sessions.create";

    /// <summary>The method <c>sessions.delete</c>.</summary>
    public const string SessionsDelete = "sessions.delete";

    /// <summary>The method <c>sessions.describe</c>.</summary>
    public const string SessionsDescribe = "sessions.describe";

    /// <summary>The method <c>sessions.get</c>.</summary>
    public const string SessionsGet = "sessions.get";

    /// <summary>The method <c>sessions.list</c>.</summary>
    public const string SessionsList = "sessions.list";

    /// <summary>The method <c>sessions.messages.subscribe</c>.</summary>
    public const string SessionsMessagesSubscribe = "sessions.messages.subscribe";

    /// <summary>The method <c>sessions.messages.unsubscribe</c>.</summary>
    public const string SessionsMessagesUnsubscribe = "sessions.messages.unsubscribe";

    /// <summary>The method <c>sessions.patch</c>.</summary>
    public const string SessionsPatch = "sessions.patch";

    /// <summary>The method <c>sessions.preview</c>.</summary>
    public const string SessionsPreview = "sessions.preview";

    /// <summary>The method <c>sessions.reset</c>.</summary>
    public const string SessionsReset = "sessions.reset";

    /// <summary>The method <c>sessions.resolve</c>.</summary>
    public const string SessionsResolve = "sessions.resolve";

    /// <summary>The method <c>sessions.send</c>.</summary>
    public const string SessionsSend = "sessions.send";

    /// <summary>The method <c>sessions.subscribe</c>.</summary>
    public const string SessionsSubscribe = "sessions.subscribe";

    /// <summary>The method <c>skills.bins</c>.</summary>
    public const string SkillsBins = "skills.bins";
}
