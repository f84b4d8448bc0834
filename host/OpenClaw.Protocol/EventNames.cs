namespace OpenClaw.Protocol;

/// <summary>Names of events.</summary>
public static class EventNames
{
    public const string ConnectChallenge = "connect.challenge";

    public const string Tick = "tick";
    public const string Health = "health";
    public const string Presence = "presence";
    public const string Shutdown = "shutdown";
    public const string Heartbeat = "heartbeat";
    public const string Agent = "agent";
    public const string Chat = "chat";

    public const string ChatSideResult = "chat.side_result";
    public const string ChatMetadataChanged = "chat.metadata.changed";

    public const string SessionMessage = "session.message";
    public const string SessionTool = "session.tool";
    public const string SessionOperation = "session.operation";
    public const string SessionApproval = "session.approval";
    public const string SessionObserver = "session.observer";
    public const string SessionSharing = "session.sharing";
    public const string SessionSharingEvidence = "session.sharing.evidence";
    public const string SessionSuggestion = "session.suggestion";
    public const string SessionTyping = "session.typing";

    public const string SessionsChanged = "sessions.changed";

    public const string Task = "task";

    public const string TaskSuggestion = "task.suggestion";

    public const string Cron = "cron";

    public const string OutboxChanged = "outbox.changed";

    public const string ConfigChanged = "config.changed";

    public const string PluginsChanged = "plugins.changed";
    public const string PluginsInstallProgress = "plugins.install.progress";
    public const string PluginsControlUiChanged = "plugins.controlUi.changed";

    public const string SkillsChanged = "skills.changed";

    public const string ExecApprovalRequested = "exec.approval.requested";
    public const string ExecApprovalResolved = "exec.approval.resolved";

    public const string PluginApprovalRequested = "plugin.approval.requested";
    public const string PluginApprovalResolved = "plugin.approval.resolved";

    public const string OpenclawApprovalRequested = "openclaw.approval.requested";
    public const string OpenclawApprovalResolved = "openclaw.approval.resolved";

    public const string QuestionRequested = "question.requested";
    public const string QuestionResolved = "question.resolved";

    public const string DevicePairRequested = "device.pair.requested";
    public const string DevicePairResolved = "device.pair.resolved";
    public const string DevicePairChanged = "device.pair.changed";
    public const string DevicePairSetupCompleted = "device.pair.setup.completed";
    public const string DevicePairSetupDeliveryUncertain = "device.pair.setup.deliveryUncertain";

    public const string NodePairRequested = "node.pair.requested";
    public const string NodePairResolved = "node.pair.resolved";
    public const string NodePresence = "node.presence";
    public const string NodeHostStats = "node.hostStats";
    public const string NodeRunnerInventoryChanged = "node.runnerInventory.changed";
    public const string NodeInvokeRequest = "node.invoke.request";
    public const string NodeInvokeCancel = "node.invoke.cancel";
    public const string NodeInvokeInput = "node.invoke.input";

    public const string VoicewakeChanged = "voicewake.changed";
    public const string VoicewakeRoutingChanged = "voicewake.routing.changed";

    public const string TalkMode = "talk.mode";
    public const string TalkEvent = "talk.event";
    public const string TalkVoiceChange = "talk.voice.change";

    public const string UpdateAvailable = "update.available";
    public const string UpdateRunChanged = "update.run.changed";

    public const string TerminalData = "terminal.data";
    public const string TerminalExit = "terminal.exit";

    public const string GatewaySuspension = "gateway.suspension";

    public const string UiCommand = "ui.command";

    public const string ProgressCardChanged = "progressCard.changed";

    public const string PortalChanged = "portal.changed";

    public const string MentionsChanged = "mentions.changed";

    public const string UsersPrefsChanged = "users.prefs.changed";

    public const string ControlUiSessionPullRequestsChanged = "controlUi.sessionPullRequests.changed";

    public const string ModelsSnapshot = "models.snapshot";
}
