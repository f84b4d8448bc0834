using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary>One request to change a session: what the caller expects of it, and what it has to be.</summary>
internal sealed class SessionPatch(RpcCall call, SessionsPatchParams wanted, SessionChoices choices, long now)
{
    private const string ExecRetired =
        "execSecurity/execAsk are retired; set permissionMode (read-only|guarded|workspace|full) instead, or use /exec for this run only.";

    private const int Minute = 60_000;

    /// <summary>Refuses what this gateway could only pretend to do.</summary>
    public void RefuseMissingFeatures()
    {
        if (IsSet(wanted.ExecSecurity) || IsSet(wanted.ExecAsk))
            throw RpcException.InvalidRequest(ExecRetired);
        SessionConflicts.Unavailable(call, "permissionMode", Text(wanted.PermissionMode) is not (null or SessionChoices.EnforcedPermissionMode));
        SessionConflicts.Unavailable(call, "fastMode", IsSet(wanted.FastMode) && wanted.FastMode.ValueKind != JsonValueKind.False);
        (string Name, JsonElement Value)[] missing =
        [
            ("sandboxMode", wanted.SandboxMode), ("nativeRuntimeConsent", wanted.NativeRuntimeConsent), ("contextWindow", wanted.ContextWindow),
            ("toolOverrides", wanted.ToolOverrides), ("elevatedLevel", wanted.ElevatedLevel), ("execHost", wanted.ExecHost),
            ("execNode", wanted.ExecNode), ("agentRuntime", wanted.AgentRuntime),
            ("completionOwnerSessionKey", wanted.CompletionOwnerSessionKey), ("inheritedToolPolicyVersion", wanted.InheritedToolPolicyVersion),
            ("inheritedToolAllow", wanted.InheritedToolAllow), ("inheritedToolDeny", wanted.InheritedToolDeny),
        ];
        foreach (var (name, value) in missing)
            SessionConflicts.Unavailable(call, name, IsSet(value));
    }

    /// <exception cref="SessionConflictException">The caller is mistaken about the session.</exception>
    public SessionEntry Apply(SessionEntry entry)
    {
        Check(entry);
        if (wanted.Archived == true && entry.IsMain)
            throw new SessionConflictException($"Cannot archive the main session ({entry.Key}).");
        return entry with
        {
            Label = Given(wanted.Label) ? SessionChoices.Label(call, "label", Text(wanted.Label)) : entry.Label,
            Category = Given(wanted.Category) ? SessionChoices.Label(call, "category", Text(wanted.Category)) : entry.Category,
            ArchivedAt = Mark(wanted.Archived, entry.ArchivedAt),
            PinnedAt = Mark(wanted.Pinned, entry.PinnedAt),
            MarkedUnreadAt = wanted.Unread is { } unread ? (unread ? now : null) : entry.MarkedUnreadAt,
            ReadAt = wanted.Unread == false ? now : entry.ReadAt,
            Settings = Apply(entry.AgentId, entry.Settings),
        };
    }

    private SessionSettings Apply(string agentId, SessionSettings settings)
    {
        var changed = settings with
        {
            AutoLabel = Given(wanted.AutoLabel) ? SessionChoices.Label(call, "autoLabel", Text(wanted.AutoLabel)) : settings.AutoLabel,
            Icon = Word("icon", wanted.Icon, settings.Icon),
            Color = Word("color", wanted.Color, settings.Color),
            BoardFace = wanted.BoardFace ?? settings.BoardFace,
            BoardPresentation = Word("boardPresentation", wanted.BoardPresentation, settings.BoardPresentation),
            StatusNote = Given(wanted.StatusNote) ? Text(wanted.StatusNote) : settings.StatusNote,
            Attention = Word("attention", wanted.Attention, settings.Attention),
            AttentionUntil = wanted.TtlMinutes is { } minutes ? now + (minutes * Minute) : settings.AttentionUntil,
            VerboseLevel = Word("verboseLevel", wanted.VerboseLevel, settings.VerboseLevel),
            TraceLevel = Word("traceLevel", wanted.TraceLevel, settings.TraceLevel),
            ReasoningLevel = Word("reasoningLevel", wanted.ReasoningLevel, settings.ReasoningLevel),
            ResponseUsage = Word("responseUsage", wanted.ResponseUsage, settings.ResponseUsage),
            SendPolicy = Choice("sendPolicy", wanted.SendPolicy, settings.SendPolicy, SendPolicies.Allow, SendPolicies.Deny),
            GroupActivation = Choice("groupActivation", wanted.GroupActivation, settings.GroupActivation, "mention", "always"),
        };
        if (Given(wanted.ThinkingLevel))
            changed = changed with { ThinkingLevel = Text(wanted.ThinkingLevel) is { } level ? SessionChoices.Thinking(level) : null };
        if (!Given(wanted.Model))
            return changed;
        var model = Text(wanted.Model) is { } text ? choices.Model(agentId, text) : null;
        return changed with { Provider = model?.Provider, Model = model?.Model };
    }

    private void Check(SessionEntry entry)
    {
        if (wanted.ExpectedSessionId is { } id)
            SessionConflicts.Expect("expectedSessionId", id, entry.SessionId);
        if (wanted.ExpectedLifecycleRevision is { } revision)
            SessionConflicts.Expect("expectedLifecycleRevision", revision, entry.LifecycleRevision);
        if (Given(wanted.ExpectedMarkedUnreadAt))
        {
            double? marked = IsSet(wanted.ExpectedMarkedUnreadAt) ? wanted.ExpectedMarkedUnreadAt.GetDouble() : null;
            SessionConflicts.Expect("expectedMarkedUnreadAt", marked, entry.MarkedUnreadAt);
        }

        // None of these can be chosen here, so nobody has one.
        SessionConflicts.Expect("expectedPermissionMode", false, IsSet(wanted.ExpectedPermissionMode));
        SessionConflicts.Expect("expectedSandboxMode", false, IsSet(wanted.ExpectedSandboxMode));
        SessionConflicts.Expect("expectedNativeRuntimeConsent", false, IsSet(wanted.ExpectedNativeRuntimeConsent));
        SessionConflicts.Expect("expectedToolOverrides", false, IsSet(wanted.ExpectedToolOverrides));
    }

    private long? Mark(bool? wish, long? current) => wish is { } set ? (set ? current ?? now : null) : current;

    private string? Word(string name, JsonElement wish, string? current) => Given(wish) ? SessionChoices.Word(call, name, Text(wish)) : current;

    private string? Choice(string name, JsonElement wish, string? current, string one, string other)
    {
        if (!IsSet(wish))
            return Given(wish) ? null : current;
        return Text(wish) is { } text && (text == one || text == other)
            ? text
            : throw RpcException.InvalidRequest($"invalid {call.Method} params: {name} must be {one}, {other} or null");
    }

    private static bool Given(JsonElement value) => value.ValueKind != JsonValueKind.Undefined;

    private static bool IsSet(JsonElement value) => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
