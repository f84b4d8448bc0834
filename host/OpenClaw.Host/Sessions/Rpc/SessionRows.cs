using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>Turns sessions into the rows that clients see.</summary>
internal sealed class SessionRows(ISessionRuntime runtime, TimeProvider time)
{
    public SessionRow Of(SessionEntry session)
    {
        var defaults = runtime.DefaultsOf(session.AgentId);
        var active = runtime.ActiveRuns(session.Key);
        return Frame(session.Key, session.AgentId, session.Kind, session.IsMain, defaults, active) with
        {
            SessionId = session.SessionId,
            Label = session.Label,
            DisplayName = session.Label,
            ChatType = NameOf(session.Kind),
            CreatedAt = session.CreatedAt,
            CreatedVia = "operator",
            UpdatedAt = session.UpdatedAt,
            LastInteractionAt = session.LastInteractionAt,
            LastActivityAt = session.LastActivityAt,
            Status = session.Status,
            StartedAt = session.StartedAt,
            EndedAt = session.EndedAt,
            RuntimeMs = session.EndedAt - session.StartedAt,
            LastRunId = session.LastRunId,
            LastRunError = session.LastRunError,
            AbortedLastRun = session.AbortedLastRun,
            SystemSent = session.LastRunId is not null,
            InputTokens = session.InputTokens,
            OutputTokens = session.OutputTokens,
            TotalTokens = session.TotalTokens,
            TotalTokensFresh = session.TotalTokens > 0,
            ModelProvider = session.Provider ?? defaults.ModelProvider,
            Model = session.Model ?? defaults.Model,
            Visibility = "shared",
        };
    }

    /// <summary>The row of a session nobody has written to yet.</summary>
    public SessionRow Of(SessionAddress address)
    {
        var defaults = runtime.DefaultsOf(address.AgentId);
        return Frame(address.Key, address.AgentId, address.Kind, address.IsMain, defaults, []) with
        {
            TotalTokensFresh = false,
            ModelProvider = defaults.ModelProvider,
            Model = defaults.Model,
        };
    }

    private SessionRow Frame(
        string key, string agentId, SessionKind kind, bool isMain, SessionModelDefaults defaults, IReadOnlyList<string> active) => new()
        {
            Key = key,
            Kind = NameOf(kind),
            AgentId = agentId,
            Classification = isMain ? "main" : NameOf(kind),
            IsMain = isMain,
            IsBackground = false,
            Archived = false,
            Pinned = false,
            Unread = false,
            ContextTokens = defaults.ContextTokens,
            HasActiveRun = active.Count > 0,
            ActiveRunIds = active,
            SnapshotAt = time.UnixMs,
        };

    private static string NameOf(SessionKind kind) => kind switch
    {
        SessionKind.Direct => "direct",
        SessionKind.Group => "group",
        SessionKind.Global => "global",
        _ => "unknown",
    };
}
