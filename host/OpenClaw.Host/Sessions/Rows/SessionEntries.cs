using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rows;

/// <summary>Turns sessions into the stored form that methods which change them answer with.</summary>
internal sealed class SessionEntries(ISessionRuntime runtime)
{
    public SessionEntryInfo Of(SessionEntry session)
    {
        var hasBegun = session.SessionStartedAt is not null;
        var hasCounted = session.TotalTokens > 0 || session.EndedAt is not null || session.IsReset;
        return new SessionEntryInfo
        {
            SessionId = session.SessionId,
            LifecycleRevision = session.LifecycleRevision,
            UpdatedAt = session.UpdatedAt,
            SessionStartedAt = session.SessionStartedAt,
            SessionRoot = runtime.WorkspaceOf(session.AgentId),
            Label = session.Label,
            DisplayName = session.DisplayName,
            Delivery = new SessionDelivery { Kind = hasBegun ? "internal" : "none" },
            CreatedVia = "operator",
            CreatedAt = session.CreatedAt,
            SpawnDepth = session.Settings.SpawnDepth,
            ModelOverrideSource = session.Settings.Model is null ? "default" : "user",
            ParentSessionKey = session.ParentKey,
            ThinkingLevel = session.Settings.ThinkingLevel,
            ChatType = hasBegun ? SessionRows.NameOf(session.Kind) : null,
            SystemSent = hasBegun ? session.StartedAt is not null : null,
            AbortedLastRun = hasBegun ? session.AbortedLastRun : null,
            CompactionCount = hasBegun ? session.Compactions : null,
            InputTokens = hasCounted ? session.InputTokens : null,
            OutputTokens = hasCounted ? session.OutputTokens : null,
            TotalTokens = hasCounted ? session.TotalTokens : null,
            TotalTokensFresh = hasCounted ? session.TotalTokens > 0 || session.IsReset : null,
            LastInteractionAt = session.LastInteractionAt,
            ModelProvider = session.Settings.Provider ?? session.Provider,
            Model = session.Settings.Model ?? session.Model,
        };
    }

    /// <summary>The model it runs with, whoever chose it.</summary>
    public SessionResolved Resolved(SessionEntry session)
    {
        var defaults = runtime.DefaultsOf(session.AgentId);
        return new SessionResolved
        {
            ModelProvider = session.Settings.Provider ?? defaults.ModelProvider,
            Model = session.Settings.Model ?? defaults.Model,
        };
    }

    /// <summary>All that is settled about its runs.</summary>
    public SessionResolved ResolvedInFull(SessionEntry session)
    {
        var resolved = Resolved(session);
        var thinking = runtime.ThinkingOf(resolved.ModelProvider, resolved.Model);
        return resolved with
        {
            AgentRuntime = RowConstants.ResolvedRuntime,
            RuntimeSelectionLocked = false,
            ThinkingLevel = session.Settings.ThinkingLevel ?? thinking.Default,
            ThinkingLevels = thinking.Levels,
        };
    }
}
