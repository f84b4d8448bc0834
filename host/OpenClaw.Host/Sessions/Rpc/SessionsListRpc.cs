using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.list</c>.</summary>
internal sealed class SessionsListRpc(
    SessionStore sessions,
    SessionRows rows,
    ISessionRuntime runtime,
    IConfigSource configuration,
    SqliteDatabase database,
    TimeProvider time) : IRpcModule
{
    public void Register(RpcMethods methods) =>
        methods.Add(
            MethodNames.SessionsList,
            static () => ProtocolJsonContext.Default.SessionsListParams,
            static () => ProtocolJsonContext.Default.SessionsListResult,
            ListAsync);

    private async ValueTask<SessionsListResult> ListAsync(RpcCall call, SessionsListParams parameters, CancellationToken cancellationToken)
    {
        var filter = FilterOf(parameters);
        var page = await sessions.ListAsync(filter, cancellationToken);
        var next = filter.Offset + page.Sessions.Count;
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
            Defaults = runtime.DefaultsOf(parameters.AgentId ?? configuration.Current.Agents.DefaultAgent.Id),
            Sessions = [.. page.Sessions.Select(rows.Of)],
        };
    }

    private SessionFilter FilterOf(SessionsListParams parameters) => new()
    {
        AgentId = parameters.AgentId,
        Label = parameters.Label,
        Search = string.IsNullOrWhiteSpace(parameters.Search) ? null : parameters.Search.Trim(),
        UpdatedSince = parameters.ActiveMinutes is { } minutes ? time.UnixMs - Math.Min(minutes, int.MaxValue) * 60_000 : null,
        IncludeGlobal = parameters.IncludeGlobal ?? true,
        Limit = (int)Math.Min(parameters.Limit ?? SessionFilter.DefaultLimit, SessionFilter.MaxLimit),
        Offset = parameters.Offset ?? 0,
    };
}
