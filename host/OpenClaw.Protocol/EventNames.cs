namespace OpenClaw.Protocol;

/// <summary>Names of events.</summary>
public static class EventNames
{
    /// <summary>The event <c>connect.challenge</c>.</summary>
    public const string ConnectChallenge = "connect.challenge";

    /// <summary>The event <c>tick</c>.</summary>
    public const string Tick = "tick";

    /// <summary>The event <c>health</c>.</summary>
    public const string Health = "health";

    /// <summary>The event <c>presence</c>.</summary>
    public const string Presence = "presence";

    /// <summary>The event <c>shutdown</c>.</summary>
    public const string Shutdown = "shutdown";

    /// <summary>The event <c>heartbeat</c>.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>The event <c>agent</c>.</summary>
    public const string Agent = "agent";

    /// <summary>The event <c>chat</c>.</summary>
    public const string Chat = "chat";

    /// <summary>The event <c>chat.side_result</c>.</summary>
    public const string ChatSideResult = "chat.side_result";

    /// <summary>The event <c>chat.metadata.changed</c>.</summary>
    public const string ChatMetadataChanged = "chat.metadata.changed";

    /// <summary>The event <c>session.message</c>.</summary>
    public const string SessionMessage = "session.message";

    /// <summary>The event <c>session.tool</c>.</summary>
    public const string SessionTool = "session.tool";

    /// <summary>The event <c>session.operation</c>.</summary>
    public const string SessionOperation = "session.operation";

    /// <summary>The event <c>session.approval</c>.</summary>
    public const string SessionApproval = "session.approval";

    /// <summary>The event <c>session.observer</c>.</summary>
    public const string SessionObserver = "session.observer";

    /// <summary>The event <c>session.sharing</c>.</summary>
    public const string SessionSharing = "session.sharing";

    /// <summary>The event <c>session.sharing.evidence</c>.</summary>
    public const string SessionSharingEvidence = "session.sharing.evidence";

    /// <summary>The event <c>session.suggestion</c>.</summary>
    public const string SessionSuggestion = "session.suggestion";

    /// <summary>The event <c>session.typing</c>.</summary>
    public const string SessionTyping = "session.typing";

    /// <summary>The event <c>sessions.changed</c>.</summary>
    public const string SessionsChanged = "sessions.changed";

    /// <summary>The event <c>task</c>.</summary>
    public const string Task = "task";

    /// <summary>The event <c>task.suggestion</c>.</summary>
    public const string TaskSuggestion = "task.suggestion";

    /// <summary>The event <c>cron</c>.</summary>
    public const string Cron = "cron";

    /// <summary>The event <c>config.changed</c>.</summary>
    public const string ConfigChanged = "config.changed";

    /// <summary>The event <c>plugins.changed</c>.</summary>
    public const string PluginsChanged = "plugins.changed";

    /// <summary>The event <c>plugins.install.progress</c>.</summary>
    public const string PluginsInstallProgress = "plugins.install.progress";

    /// <summary>The event <c>plugins.controlUi.changed</c>.</summary>
    public const string PluginsControlUiChanged = "plugins.controlUi.changed";

    /// <summary>The event <c>skills.changed</c>.</summary>
    public const string SkillsChanged = "skills.changed";

    /// <summary>The event <c>exec.approval.requested</c>.</summary>
    public const string ExecApprovalRequested = "exec.approval.requested";

    /// <summary>The event <c>exec.approval.resolved</c>.</summary>
    public const string ExecApprovalResolved = "exec.approval.resolved";

    /// <summary>The event <c>plugin.approval.requested</c>.</summary>
    public const string PluginApprovalRequested = "plugin.approval.requested";

    /// <summary>The event <c>plugin.approval.resolved</c>.</summary>
    public const string PluginApprovalResolved = "plugin.approval.resolved";

    /// <summary>The event <c>openclaw.approval.requested</c>.</summary>
    public const string OpenclawApprovalRequested = "openclaw.approval.requested";

    /// <summary>The event <c>openclaw.approval.resolved</c>.</summary>
    public const string OpenclawApprovalResolved = "openclaw.approval.resolved";

    /// <summary>The event <c>question.requested</c>.</summary>
    public const string QuestionRequested = "question.requested";

    /// <summary>The event <c>question.resolved</c>.</summary>
    public const string QuestionResolved = "question.resolved";

    /// <summary>The event <c>device.pair.requested</c>.</summary>
    public const string DevicePairRequested = "device.pair.requested";

    /// <summary>The event <c>device.pair.resolved</c>.</summary>
    public const string DevicePairResolved = "device.pair.resolved";

    /// <summary>The event <c>device.pair.changed</c>.</summary>
    public const string DevicePairChanged = "device.pair.changed";

    /// <summary>The event <c>device.pair.setup.completed</c>.</summary>
    public const string DevicePairSetupCompleted = "device.pair.setup.completed";

    /// <summary>The event <c>device.pair.setup.deliveryUncertain</c>.</summary>
    public const string DevicePairSetupDeliveryUncertain = "device.pair.setup.deliveryUncertain";

    /// <summary>The event <c>node.pair.requested</c>.</summary>
    public const string NodePairRequested = "node.pair.requested";

    /// <summary>The event <c>node.pair.resolved</c>.</summary>
    public const string NodePairResolved = "node.pair.resolved";

    /// <summary>The event <c>node.presence</c>.</summary>
    public const string NodePresence = "node.presence";

    /// <summary>The event <c>node.hostStats</c>.</summary>
    public const string NodeHostStats = "node.hostStats";

    /// <summary>The event <c>node.runnerInventory.changed</c>.</summary>
    public const string NodeRunnerInventoryChanged = "node.runnerInventory.changed";

    /// <summary>The event <c>node.invoke.request</c>.</summary>
    public const string NodeInvokeRequest = "node.invoke.request";

    /// <summary>The event <c>node.invoke.cancel</c>.</summary>
    public const string NodeInvokeCancel = "node.invoke.cancel";

    /// <summary>The event <c>node.invoke.input</c>.</summary>
    public const string NodeInvokeInput = "node.invoke.input";

    /// <summary>The event <c>voicewake.changed</c>.</summary>
    public const string VoicewakeChanged = "voicewake.changed";

    /// <summary>The event <c>voicewake.routing.changed</c>.</summary>
    public const string VoicewakeRoutingChanged = "voicewake.routing.changed";

    /// <summary>The event <c>talk.mode</c>.</summary>
    public const string TalkMode = "talk.mode";

    /// <summary>The event <c>talk.event</c>.</summary>
    public const string TalkEvent = "talk.event";

    /// <summary>The event <c>talk.voice.change</c>.</summary>
    public const string TalkVoiceChange = "talk.voice.change";

    /// <summary>The event <c>update.available</c>.</summary>
    public const string UpdateAvailable = "update.available";

    /// <summary>The event <c>update.run.changed</c>.</summary>
    public const string UpdateRunChanged = "update.run.changed";

    /// <summary>The event <c>terminal.data</c>.</summary>
    public const string TerminalData = "terminal.data";

    /// <summary>The event <c>terminal.exit</c>.</summary>
    public const string TerminalExit = "terminal.exit";

    /// <summary>The event <c>gateway.suspension</c>.</summary>
    public const string GatewaySuspension = "gateway.suspension";

    /// <summary>The event <c>ui.command</c>.</summary>
    public const string UiCommand = "ui.command";

    /// <summary>The event <c>progressCard.changed</c>.</summary>
    public const string ProgressCardChanged = "progressCard.changed";

    /// <summary>The event <c>portal.changed</c>.</summary>
    public const string PortalChanged = "portal.changed";

    /// <summary>The event <c>mentions.changed</c>.</summary>
    public const string MentionsChanged = "mentions.changed";

    /// <summary>The event <c>users.prefs.changed</c>.</summary>
    public const string UsersPrefsChanged = "users.prefs.changed";

    /// <summary>The event <c>controlUi.sessionPullRequests.changed</c>.</summary>
    public const string ControlUiSessionPullRequestsChanged = "controlUi.sessionPullRequests.changed";

    /// <summary>The event <c>models.snapshot</c>.</summary>
    public const string ModelsSnapshot = "models.snapshot";
}
