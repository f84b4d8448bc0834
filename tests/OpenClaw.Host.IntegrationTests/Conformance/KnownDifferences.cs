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
            "systemPromptReport", "activeLeafEntryId", "commandBearing", "cacheRead", "cacheWrite"),
        .. Members(
            "Internals of the recorded gateway that it lets out.",
            "transcriptPosition", "totalTokensVersion", "replayInvalid", "responseModel", "livenessState", "sessionFile", "contextTokensSource",
            "agentHarnessId", "credentialSource", "lastCallUsage", "promptTokens", "assistantTurns", "finalPromptText",
            "finalAssistantVisibleText", "finalAssistantRawText", "executionTrace", "requestShaping", "completion", "sourceReplyDeliveryState",
            "providerRuntimeFailureKind", "toolErrorSummary", "details", "contextTokens"),
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
        new("sessions.changed *", "*/hasActiveRun", "A change is told with the row as it is by then."),
        new("sessions.changed *", "*/status", "A change is told with the row as it is by then."),
        new("sessions.changed start", "*", "Carries the whole row, of which the recording leaves some members out."),
        new("sessions.changed end", "*", "Carries the whole row, of which the recording leaves some members out."),
        new("sessions.changed participants", "/event", "There are no people in sessions."),
        new("agent * lifecycle fallback_step", "/event", "There are no fall-back models."),
        new("chat * aborted", "/message/content/-/text", "How much was said by then is a matter of time."),
    ];

    private static readonly Dictionary<string, JustifiedDifference[]> InOne = new(StringComparer.Ordinal)
    {
        ["sessions-lifecycle"] =
        [
            new("sessions.changed patch", "/event", "The recorded gateway keeps a new name to itself until the next change."),
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
            new("chat.history", "*/messages/-/*", "A partial answer keeps the model that gave it and says that it was aborted."),
        ],
        ["chat-error"] = [new("chat", "/order", "The recorded gateway tells a failure once more as a failed delivery.")],
        ["chat-session-aliases"] =
        [
            new("chat.*", "*/messages/-/*", "Notes about failures are the gateway's own and no words of a model."),
            new("chat.history", "*/sessionInfo/agentRuntime/id", "A session that does not exist yet has the one runtime there is."),
            new("chat.metadata", "*/commands/*", "Fewer commands, in words of our own."),
        ],
        ["agent-duplicate-and-abort"] =
        [
            new("agent", "/payload/result", "What was said before the abort is part of the result."),
            new("agent", "/order", "That the model was let go is told after every abort."),
        ],
        ["chat-tool-events-two-clients"] = [new("sessions.reset", "*/entry/*", "Says more of the entry, and calls the delivery what it is.")],
        ["node-pair-and-invoke"] = [new("skills.bins", "*/bins/#", "No skills come with this gateway.")],
        ["v3-node"] =
        [
            .. Members(
                "Nodes of both generations are told in the shape of the newer one.",
                "sessionHost", "nodePluginTools", "approvalState", "approvedAtMs", "clientId", "clientMode", "lastConnectedAtMs",
                "lastSeenAtMs", "lastSeenReason"),
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
            new("exec.approvals.get", "*/hash", "Another document."),
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
        InOne.TryGetValue(recording, out var own) ? [.. Everywhere, .. own] : Everywhere;

    /// <summary>Members of that name, wherever they are, with all that is in them.</summary>
    private static IEnumerable<JustifiedDifference> Members(string why, params string[] names) =>
        names.SelectMany(name => new JustifiedDifference[] { new("*", $"*/{name}", why), new("*", $"*/{name}/*", why) });
}
