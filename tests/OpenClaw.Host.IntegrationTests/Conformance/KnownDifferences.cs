namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>Where this gateway differs from the recorded one, and why.</summary>
internal static class KnownDifferences
{
    private static readonly JustifiedDifference[] Everywhere =
    [
        .. Members(
            "Features this gateway does not have: people, placement, boards, observers, swarms, goals, fast modes, code modes, prices, budgets.",
            "participants", "expandedParticipants", "participantCount", "createdActor", "owner", "archivedBy", "archiveReason", "sharingRole",
            "placement", "placementMove", "cloudPlacementSupported", "cloudPlacementExecutionMode", "devicePlacement", "devicePlacementSupported",
            "agentStatus", "observerDigest", "activitySummary", "controlOwnerSessionKey", "swarm", "swarmEnabled", "goal", "providerReview",
            "restartRecoveryStatus", "permissionMode", "toolOverrides", "channelAvatarUrl", "hasAutomation", "contextBudgetStatus",
            "estimatedCostUsd", "costUsd", "cost", "codeModeEngaged", "bridgeCalls", "sessionDiffBaseline", "skillsSnapshot",
            "systemPromptReport", "commandBearing", "cacheRead", "cacheWrite"),
        .. Members(
            "Internals of the recorded gateway that it lets out.",
            "transcriptPosition", "totalTokensVersion", "replayInvalid", "responseModel", "livenessState", "sessionFile", "contextTokensSource",
            "agentHarnessId", "credentialSource", "lastCallUsage", "promptTokens", "assistantTurns", "finalPromptText",
            "finalAssistantVisibleText", "finalAssistantRawText", "executionTrace", "requestShaping", "completion", "sourceReplyDeliveryState",
            "providerRuntimeFailureKind", "toolErrorSummary", "details", "contextTokens"),
        .. Members(
            "No pages come with this gateway: it serves no control UI and builds none.",
            "buildId", "controlUiBuildSource", "controlUiWidgetKinds", "controlUiLinkReaders", "pluginSurfaceUrls"),
        .. Members("Nobody shares sessions here, so there is nothing to allow.", "allowedSessionVisibilities", "hasMultipleSessionSharingIdentities"),
        .. Members("The gateway does not update itself.", "updateSchedule"),
        .. Members("The address of the machine is nobody's business who only knows the gateway.", "ip", "modelIdentifier"),
        new("*", "*/presence/-/text", "Another machine."),
        .. Members("Jobs start by the clock alone.", "triggersEnabled"),
        new("cron.list", "*/deliveryPreviews/*", "The recorded gateway keeps its heartbeat as a job, and had more of them."),
        new("cron.list", "*/jobs/*", "The recorded gateway keeps its heartbeat as a job, and had more of them."),
        new("cron.status", "*/nextWakeAtMs", "The recorded gateway keeps its heartbeat as a job, and had more of them."),
        .. Members("Extensions of the protocol; those that are served here are announced, and have tests of their own.", "capabilities"),
        .. Members("Neither plugins nor reloads nor model runtimes are part of the gateways of these tests.", "plugins", "configReload", "modelRuntime"),
        new("health", "*/heartbeat/*", "Heartbeats are off until somebody configures them, for they cost model calls."),
        new("health", "*/recent/#", "What was said before is not what the recorded session had been through."),
        new("voicewake.*", "/event", "Which words wake somebody is a matter of configuration."),
        new("update.available", "/event", "The gateway does not update itself."),
        new("sessions.changed list cron-bindings-loaded", "/event", "Jobs are there before the first client is."),
        new("*", "*/deviceFamily", "The kind of a device is what it says of itself, and is not guessed from its platform."),
        new("connect", "/payload/features/methods/*", "What is not served is not announced; what is served has tests of its own."),
        new("connect", "/payload/features/events/*", "What nothing here sends is not announced: ServedEventsTests."),
        new("connect", "/payload/snapshot/health/*", "The last known state, which is empty until somebody first asked: also in recordings."),
        new("connect", "/payload/snapshot/presence/#", "Others had been there when it was recorded."),
        .. Members("There is no Node.js below this gateway.", "eventLoop", "externalBytes", "arrayBuffersBytes", "nodeVersion"),
        .. Members("Told beside what was recorded.", "statusNote", "attention", "errorKind", "terminalDisposition", "input", "modelOverrideSource"),
        .. Members("What runs is known here, while the recorded gateway says that it is not.", "activeRunIds", "activeModel", "activeModelProvider"),
        .. Members("Here messages that come while a run works wait for it.", "effectiveQueueMode"),
        .. Members("Tools may do all but what is dangerous.", "defaultPermissionMode"),
        .. Members(
            "The answer and the end of its run are stored together, so a row is either before both or after both.",
            "endedAt", "runtimeMs", "startedAt", "updatedAt", "inputTokens", "outputTokens", "totalTokens", "totalTokensFresh", "lastActivityAt"),
        .. Members("The beginning of whatever was said last; in the recordings it lags behind.", "lastMessagePreview"),
        .. Members("No cursors: a client that asks with one reads the history anew.", "deltaCursor"),
        .. Members("Reading the history does not mark a session as read; clients do that with sessions.patch.", "unread"),
        .. Members("What was said before is not what the recorded session had been through.", "lastRunId", "lastRunError", "workspaceGit"),
        new("sessions.changed *", "*/status", "A change is told with the row as it is by then."),
        new("sessions.changed start", "*", "Carries the whole row, of which the recording leaves some members out."),
        new("sessions.changed end", "*", "Carries the whole row, of which the recording leaves some members out."),
        new("sessions.changed participants", "/event", "There are no people in sessions."),
        new("agent * lifecycle fallback_step", "/event", "There are no fall-back models."),
        new("chat * aborted", "/message/content/-/text", "How much was said by then is a matter of time."),
    ];

    /// <summary>What this gateway tells a client of protocol 3 as it tells it everybody; those clients read past what they do not know.</summary>
    private static readonly JustifiedDifference[] Older =
    [
        new("connect", "/payload/snapshot/configPath", "Paths are told to administrators alone, as the newer protocol has it."),
        new("connect", "/payload/snapshot/stateDir", "Paths are told to administrators alone, as the newer protocol has it."),
        new("connect", "/error/message", "The words of the newer protocol, which say more; no client reads them."),
        new("close", "/reason", "The words of the newer protocol, which say more; no client reads them."),
        new("sessions.list", "*/sessions/#", "The recorded gateway had been talked to."),
        new("device.pair.list", "*/paired/#", "The recorded gateway knew more devices."),
        new("system-presence", "/payload/-/text", "Another machine."),
        new("system-presence", "/payload/#", "Others had been there when it was recorded."),
        .. Members("The recorded session had been talked to through a channel.", "origin", "deliveryContext", "lastChannel", "displayName", "channel"),
        new("chat.history", "*/messages/*", "What people said is told as text, as the newer protocol tells it, and the recorded session had heard more."),
        new("models.list", "*/models/*", "Other models."),
        new("exec.approvals.get", "*", "The document is made when it is first written."),
    ];

    private static readonly JustifiedDifference[] OlderHello =
    [
        new("connect", "/payload/*", "A client that knows only the older protocol is answered in it, and not in the newer one that it cannot know."),
    ];

    private static readonly Dictionary<string, JustifiedDifference[]> InOne = new(StringComparer.Ordinal)
    {
        ["connect-ok-probe-v3"] = OlderHello,
        ["connect-ok-node-v3-window"] = OlderHello,
        ["connect-err-protocol-mismatch"] = [new("connect", "/*", "Both protocols are served here, so a client of the older one gets in.")],
        ["connect-err-control-ui-origin"] = [new("connect", "/*", "No pages come with this gateway, so there is no build for them to be older than.")],
        ["post-connect-bad-frames"] =
        [
            new("frame", "*", "The beats and short requests of the community documents are understood."),
            new("system-presence", "/error/message", "Says that there are no accounts at all."),
        ],
        ["config-writes"] =
        [
            new("config.*", "*/meta/*", "Another version wrote it, and there is nothing older to migrate."),
            new("config.get", "*/raw", "The text says which version wrote it; what it means is compared in the other members."),
            new("config.patch", "*/sentinel/persisted", "No note is left for the time after a restart."),
            new("config.patch", "*/sentinel/payload/doctorHint", "There is no such command."),
            new("config.patch", "/payload/config/*", "When nothing changes, the recorded gateway shows its defaults filled in."),
        ],
        ["methods-config"] =
        [
            new("config.schema.lookup", "*/schema/*", "Settings are described by their names and types; longer texts are in the documentation."),
            new("config.schema.lookup", "*/hint/*", "Settings are described by their names and types; longer texts are in the documentation."),
        ],
        ["pairing-required-remote-device"] = [new("cron *", "/event", "The recorded gateway keeps its heartbeat as a job.")],
        ["node-unauthorized-flood"] = [new("close", "/early", "The recorded client had one more request on its way when it was closed.")],
        ["device-token-rotate-self"] = [new("device.pair.list", "*/paired/#", "The recorded gateway knew more devices.")],
        ["v3-connect-errors"] = [new("connect", "/*", "Both protocols are served here, so a client of the newer one gets in.")],
        ["v3-connect-ok-device"] = [new("connect", "/*", "The newest form of a proof is taken from clients of both protocols.")],
        ["v3-connect-ok-range-3-4"] = [new("connect", "/payload/*", "The newest protocol that both sides know is spoken.")],
        ["v3-device-token"] =
        [
            new("close", "/early", "A connection whose token was taken back is closed, as the newer protocol has it."),
            new("close", "/code", "A connection whose token was taken back is closed, as the newer protocol has it."),
            new("last-heartbeat", "/", "A connection whose token was taken back is closed, as the newer protocol has it."),
            new("device.token.rotate", "*/token", "A new token is told to nobody but its device, as the newer protocol has it."),
        ],
        ["v3-scopes"] =
        [
            new("config.get", "/*", "Reading the configuration takes the right to read: unlike the recorded gateway this one hides the secrets in it."),
            new("health", "/*", "Health is open to everybody who got in, as the newer protocol has it."),
            new("skills.bins", "*/bins/#", "No skills come with this gateway."),
        ],
        ["sessions-lifecycle"] =
        [
            new("sessions.changed patch", "/event", "The recorded gateway keeps a new name to itself until the next change."),
            new("sessions.reset", "*/sessionId", "A session that starts over is another one: what waits for the old one must not go on in it."),
            new("sessions.changed *", "*sessionId", "A session that starts over is another one: what waits for the old one must not go on in it."),
            new("*", "*/ancestorSessions/-/status", "The earlier session failed when it was recorded."),
            new("*", "*/sessions/-/status", "The earlier session failed when it was recorded."),
            new("sessions.preview", "*/items/-/*", "What was said before is not what the recorded session had been through."),
        ],
        ["chat-send-while-busy"] =
        [
            new("agent", "/order", "After the end the recorded gateway says once more which model was at work."),
            new("chat", "/order", "Of runs cancelled together, here those that wait are told first."),
            new("chat.history", "*/pendingInputs/items/-/*", "A waiting message is named after its run."),
            new("chat.history", "*/inFlightRun/*", "Here the run in flight is the one at work, not the one that waits."),
            new("chat.history", "*/__openclaw/runId", "What was said before is not what the recorded session had been through."),
            new("chat q-4 final", "/message/content/-/text", "The words of /status are ours."),
        ],
        ["chat-abort"] =
        [
            new("agent", "/order", "After the end the recorded gateway says once more which model was at work."),
            new("chat.history", "*/messages/-/content/-/text", "How much was said by then is a matter of time."),
            new("chat.history", "*/messages/-/stopReason", "The words until then are told as the model's, and as cut short; the recorded gateway says that it wrote them itself."),
            new("chat.history", "*/messages/-/api", "The words until then are told as the model's, and as cut short; the recorded gateway says that it wrote them itself."),
            new("chat.history", "*/messages/-/provider", "The words until then are told as the model's, and as cut short; the recorded gateway says that it wrote them itself."),
            new("chat.history", "*/messages/-/model", "The words until then are told as the model's, and as cut short; the recorded gateway says that it wrote them itself."),
            new("chat.history", "*/__openclaw/runId", "What was said before is not what the recorded session had been through."),
        ],
        ["v3-chat-repeat"] =
        [
            new("chat.send", "/payload/status", "By then the model of the replay has answered."),
            new("sessions.list", "*/sessionId", "The recorded session had been talked to through a channel."),
        ],
        ["chat-error"] = [new("chat", "/order", "The recorded gateway tells a failure once more as a failed delivery.")],
        ["chat-session-aliases"] =
        [
            new("chat.*", "*/messages/-/*", "Notes about failures are the gateway's own and no words of a model."),
            new("chat.history", "*/sessionInfo/activeLeafEntryId", "Where nothing has been said there is no newest message to tell."),
            new("chat.history", "*/sessionInfo/agentRuntime/id", "A session that does not exist yet has the one runtime there is."),
            new("chat.metadata", "*/commands/*", "Fewer commands, in words of our own."),
        ],
        ["agent-duplicate-and-abort"] =
        [
            new("agent", "/payload/result", "The description of the protocol has it: what was said until then."),
            new("agent", "/order", "That the model was let go is told after every abort."),
        ],
        ["chat-tool-events-two-clients"] = [new("sessions.reset", "*/entry/*", "Says more of the entry, and calls the delivery what it is.")],
        ["node-pair-and-invoke"] = [new("skills.bins", "*/bins/#", "No skills come with this gateway.")],
        ["v3-node"] =
        [
            new("node.pair.*", "/event", "That a node of this machine approved itself is told here, and was not there."),
            new("node.pair.*", "/nodeId", "That a node of this machine approved itself is told here, and was not there."),
            new("node", "/order", "That a node of this machine approved itself is told here, and was not there."),
        ],
        ["methods-core-read"] =
        [
            new("agents.list", "*/agentRuntime/id", "There is one runtime; nothing is left to choose."),
            .. new[] { "machineName", "hostname", "release", "osLabel", "cpuModel", "diskPath" }
                .Select(static name => new JustifiedDifference("system.info", $"*/{name}", "Another machine.")),
            new("exec.approvals.get", "*/exists", "The document is made when it is first written."),
            new("exec.approvals.get", "*/file/socket", "The document is made when it is first written."),
            new("exec.approvals.get", "*/resolvedDefaults/*", "Here commands are asked for unless they are listed."),
        ],
        ["methods-tools-commands"] =
        [
            new("tools.catalog", "*/profiles/*", "No profile narrows the tools, so there is the full one only."),
            new("tools.catalog", "*/groups/*", "Tools come from plugins, and other ones."),
            new("commands.list", "*/commands/*", "Fewer commands, in words of our own."),
        ],
        ["methods-plugins-skills"] =
        [
            new("skills.status", "*Dir", "Another machine."),
            new("skills.status", "*/skills/#", "No skills come with this gateway."),
        ],
        ["exec-approval"] =
        [
            new("sessions.list", "*/sessions/#", "The recorded gateway had been talked to."),
            new("exec.approval.resolved", "/resolvedBy", "Everybody in a replay is a command line."),
        ],
        ["methods-t2"] =
        [
            new("agents.list", "*", "Agents are made by configuration here; the one that the recording adds is missing."),
            new("tools.effective", "*/groups/*", "Tools come from plugins, and other ones."),
            new("tools.invoke", "*", "The recorded call is of a tool that does not exist here."),
            new("sessions.patch", "*", "The recorded entry lets out internals; ours has the members of every other entry."),
        ],
    };

    public static IReadOnlyList<JustifiedDifference> Of(string recording) =>
        [.. Everywhere, .. IsOlder(recording) ? Older : [], .. InOne.GetValueOrDefault(recording, [])];

    /// <summary>Whether a gateway of the older protocol was recorded.</summary>
    public static bool IsOlder(string recording) => recording.StartsWith("v3-", StringComparison.Ordinal);

    /// <summary>Members of that name, wherever they are, with all that is in them.</summary>
    private static IEnumerable<JustifiedDifference> Members(string why, params string[] names) =>
        names.SelectMany(name => new JustifiedDifference[] { new("*", $"*/{name}", why), new("*", $"*/{name}/*", why) });
}
