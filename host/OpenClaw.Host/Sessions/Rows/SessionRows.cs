using System.Text.Json;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Models;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rows;

/// <summary>Turns sessions into the rows that clients see.</summary>
internal sealed class SessionRows(ISessionRuntime runtime, TimeProvider time)
{
    private const int TitleLength = 60;
    private const string DashboardMark = ":dashboard:";

    public SessionRow Of(SessionEntry session, RowParts parts)
    {
        var defaults = runtime.DefaultsOf(session.AgentId);
        var provider = session.Settings.Provider ?? session.Provider ?? defaults.ModelProvider;
        var model = session.Settings.Model ?? session.Model ?? defaults.Model;
        var hasBegun = session.SessionStartedAt is not null;
        var hasCounted = session.TotalTokens > 0 || session.EndedAt is not null || session.IsReset;
        var runs = parts.HasFlag(RowParts.Runs) ? runtime.ActiveRuns(session.Key) : null;
        var row = new SessionRow
        {
            Key = session.Key,
            Kind = NameOf(session.Kind),
            SessionId = session.SessionId,
            AgentId = session.AgentId,
            Label = session.Label,
            DisplayName = session.NameToShow,
            DerivedTitle = parts.HasFlag(RowParts.Title) ? TitleOf(session) : null,
            LastMessagePreview = parts.HasFlag(RowParts.LastMessage) ? session.LastText : null,
            ChatType = hasBegun ? NameOf(session.Kind) : null,
            Classification = ClassOf(session, hasBegun),
            IsMain = session.IsMain,
            IsBackground = false,
            CreatedAt = session.CreatedAt,
            CreatedVia = "operator",
            UpdatedAt = session.UpdatedAt,
            LastInteractionAt = session.LastInteractionAt,
            LastActivityAt = session.LastActivityAt,
            Archived = session.ArchivedAt is not null,
            Pinned = session.PinnedAt is not null,
            Unread = session.IsUnread,
            Status = runs is { Count: > 0 } ? SessionStatus.Running : session.Status,
            StartedAt = session.StartedAt,
            EndedAt = session.EndedAt,
            RuntimeMs = session.EndedAt - session.StartedAt,
            LastRunId = session.LastRunId,
            LastRunError = session.LastRunError,
            AbortedLastRun = hasBegun ? session.AbortedLastRun : null,
            SystemSent = hasBegun ? session.StartedAt is not null : null,
            InputTokens = hasCounted ? session.InputTokens : null,
            OutputTokens = hasCounted ? session.OutputTokens : null,
            TotalTokens = hasCounted ? session.TotalTokens : null,
            TotalTokensFresh = hasCounted && (session.TotalTokens > 0 || session.IsReset),
            ContextTokens = runtime.ContextTokensOf(provider, model),
            ModelProvider = provider,
            Model = model,
            ModelOverrideSource = session.Settings.Model is null ? null : "user",
            ThinkingLevel = session.Settings.ThinkingLevel,
            ParentSessionKey = session.ParentKey,
            ChildSessions = session.Children.Count > 0 ? session.Children : null,
            HasActiveRun = runs is null ? null : runs.Count > 0,
            ActiveRunIds = runs,
            SnapshotAt = time.UnixMs,
            Visibility = "shared",
            Other = OthersOf(session),
        };
        return parts.HasFlag(RowParts.Thinking) ? WithThinking(row, runtime.ThinkingOf(provider, model)) : row;
    }

    /// <summary>The row of a session nobody has written to yet.</summary>
    public SessionRow Of(SessionAddress address)
    {
        var defaults = runtime.DefaultsOf(address.AgentId);
        return new SessionRow
        {
            Key = address.Key,
            Kind = NameOf(address.Kind),
            AgentId = address.AgentId,
            Classification = address.IsMain ? "main" : NameOf(address.Kind),
            IsMain = address.IsMain,
            IsBackground = false,
            Archived = false,
            Pinned = false,
            Unread = false,
            TotalTokensFresh = false,
            ContextTokens = defaults.ContextTokens,
            ModelProvider = defaults.ModelProvider,
            Model = defaults.Model,
            HasActiveRun = false,
            ActiveRunIds = [],
            SnapshotAt = time.UnixMs,
            Other = new Dictionary<string, JsonElement>(RowConstants.OfEveryRow, StringComparer.Ordinal),
        };
    }

    /// <summary>What a main session is called is settled; others get a name from what was said first.</summary>
    public static string? TitleOf(SessionEntry session) =>
        session.NameToShow ?? (session.IsMain || session.FirstText is null ? null : MessageBeginning.Cut(session.FirstText, TitleLength));

    public static string NameOf(SessionKind kind) => kind switch
    {
        SessionKind.Direct => "direct",
        SessionKind.Group => "group",
        SessionKind.Global => "global",
        _ => "unknown",
    };

    private static string ClassOf(SessionEntry session, bool hasBegun)
    {
        if (session.IsMain)
            return "main";
        return !hasBegun && session.Key.Contains(DashboardMark, StringComparison.Ordinal) ? "dashboard" : NameOf(session.Kind);
    }

    private Dictionary<string, JsonElement> OthersOf(SessionEntry session)
    {
        var others = new Dictionary<string, JsonElement>(RowConstants.OfEveryRow, StringComparer.Ordinal);
        Add(others, "category", session.Category);
        Add(others, "autoLabel", session.Settings.AutoLabel);
        Add(others, "icon", session.Settings.Icon);
        Add(others, "color", session.Settings.Color);
        Add(others, "boardFace", session.Settings.BoardFace);
        Add(others, "boardPresentation", session.Settings.BoardPresentation);
        Add(others, "verboseLevel", session.Settings.VerboseLevel);
        Add(others, "traceLevel", session.Settings.TraceLevel);
        Add(others, "reasoningLevel", session.Settings.ReasoningLevel);
        Add(others, "responseUsage", session.Settings.ResponseUsage);
        Add(others, "sendPolicy", session.Settings.SendPolicy);
        Add(others, "groupActivation", session.Settings.GroupActivation);
        Add(others, "spawnDepth", session.Settings.SpawnDepth);
        Add(others, "archivedAt", session.ArchivedAt);
        Add(others, "pinnedAt", session.PinnedAt);
        Add(others, "markedUnreadAt", session.MarkedUnreadAt);
        if (session.Settings.AttentionUntil is null || session.Settings.AttentionUntil > time.UnixMs)
        {
            Add(others, "statusNote", session.Settings.StatusNote);
            Add(others, "attention", session.Settings.Attention);
        }

        return others;
    }

    private static SessionRow WithThinking(SessionRow row, (IReadOnlyList<ThinkingLevel> Levels, string Default) thinking)
    {
        row.Other!["thinkingLevels"] = JsonSerializer.SerializeToElement(thinking.Levels, SessionJsonContext.Default.IReadOnlyListThinkingLevel);
        row.Other["thinkingOptions"] = JsonSerializer.SerializeToElement(
            [.. thinking.Levels.Select(static level => level.Id)], SessionJsonContext.Default.IReadOnlyListString);
        return row with { ThinkingDefault = thinking.Default };
    }

    private static void Add(Dictionary<string, JsonElement> others, string name, string? text)
    {
        if (text is not null)
            others[name] = RowConstants.Text(text);
    }

    private static void Add(Dictionary<string, JsonElement> others, string name, long? number)
    {
        if (number is { } value)
            others[name] = RowConstants.Number(value);
    }
}
