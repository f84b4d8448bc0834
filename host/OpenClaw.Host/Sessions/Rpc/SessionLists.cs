using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>Makes lists of sessions as requests describe them.</summary>
internal sealed class SessionLists(
    SessionStore sessions,
    SessionRows rows,
    ISessionRuntime runtime,
    IConfigSource configuration,
    SqliteDatabase database,
    TimeProvider time)
{
    private static readonly SessionPage Nothing = new([], 0);

    public async ValueTask<SessionsListResult> ListAsync(SessionsListParams parameters, CancellationToken cancellationToken)
    {
        var filter = FilterOf(parameters);
        var page = MatchesNothing(parameters) ? Nothing : await sessions.ListAsync(filter, cancellationToken);
        var next = filter.Offset + page.Sessions.Count;
        var parts = PartsOf(parameters);
        return new SessionsListResult
        {
            Ts = time.UnixMs,
            Path = database.Path,
            Count = page.Sessions.Count,
            TotalCount = page.Total,
            LimitApplied = filter.Limit,
            NextOffset = next < page.Total ? next : null,
            HasMore = next < page.Total,
            Owners = [],
            Defaults = Defaults(parameters.AgentId ?? configuration.Current.Agents.DefaultAgent.Id),
            Sessions = [.. page.Sessions.Select(session => rows.Of(session, parts))],
        };
    }

    private static RowParts PartsOf(SessionsListParams parameters) =>
        RowParts.Runs
        | RowParts.Thinking
        | (parameters.IncludeDerivedTitles == true ? RowParts.Title : RowParts.None)
        | (parameters.IncludeLastMessage == true ? RowParts.LastMessage : RowParts.None);

    /// <summary>Asks for what no session of this gateway has: projects, boards, owners, parents that spawned it.</summary>
    private static bool MatchesNothing(SessionsListParams parameters) =>
        parameters.ProjectId is not null
        || parameters.HasBoard == true
        || parameters.CreatorId is not null
        || parameters.OwnerId is not null
        || parameters.ProfileRelation is not null
        || parameters.InvolvingProfileId is not null
        || parameters.SpawnedBy is not null;

    private SessionModelDefaults Defaults(string agentId)
    {
        var defaults = runtime.DefaultsOf(agentId);
        var (levels, standard) = runtime.ThinkingOf(defaults.ModelProvider, defaults.Model);
        var others = new Dictionary<string, JsonElement>(defaults.Other ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal)
        {
            ["thinkingLevels"] = JsonSerializer.SerializeToElement(levels, SessionJsonContext.Default.IReadOnlyListThinkingLevel),
            ["thinkingOptions"] = JsonSerializer.SerializeToElement(
                [.. levels.Select(static level => level.Id)], SessionJsonContext.Default.IReadOnlyListString),
            ["thinkingDefault"] = RowConstants.Text(standard),
        };
        return defaults with { Other = others };
    }

    private SessionFilter FilterOf(SessionsListParams parameters) => new()
    {
        AgentId = parameters.AgentId,
        AgentIds = AgentsOf(parameters),
        Label = parameters.Label,
        Category = parameters.Group,
        Search = string.IsNullOrWhiteSpace(parameters.Search) ? null : parameters.Search.Trim(),
        UpdatedSince = parameters.ActiveMinutes is { } minutes ? time.UnixMs - Math.Min(minutes, int.MaxValue) * 60_000 : null,
        IncludeGlobal = parameters.IncludeGlobal ?? true,
        IncludeUnknown = parameters.IncludeUnknown ?? true,
        IncludeSubagents = parameters.ExcludeSubagents != true,
        IncludeCron = parameters.ExcludeCron != true && parameters.ExcludeSystem != true,
        Archived = parameters.Archived?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.String => null,
            _ => false,
        },
        Pinned = parameters.Pinned,
        RequireInteraction = parameters.RequireLastInteraction == true,
        Keys = parameters.ActiveOnly == true ? runtime.BusySessions : null,
        SortBy = parameters.SortBy switch
        {
            "lastInteractionAt" => SessionOrder.Interaction,
            "activity" => SessionOrder.Activity,
            _ => SessionOrder.Updated,
        },
        Limit = (int)Math.Min(parameters.Limit ?? SessionFilter.DefaultLimit, SessionFilter.MaxLimit),
        Offset = parameters.Offset ?? 0,
    };

    private IReadOnlyCollection<string>? AgentsOf(SessionsListParams parameters)
    {
        if (parameters.ConfiguredAgentsOnly != true && parameters.WorkspaceDir is null)
            return null;
        var configured = configuration.Current.Agents.List.Select(static agent => agent.Id);
        return [.. configured.Where(id => parameters.WorkspaceDir is not { } folder || runtime.WorkspaceOf(id) == folder)];
    }
}
