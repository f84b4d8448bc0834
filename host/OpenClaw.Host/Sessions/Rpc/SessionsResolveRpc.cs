using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary><c>sessions.resolve</c>: finds a session by what a person knows of it.</summary>
internal sealed class SessionsResolveRpc(SessionAddresses addresses, SessionStore sessions) : IRpcModule
{
    private const int MinShortId = 4;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SessionsResolve,
        static () => ProtocolJsonContext.Default.SessionsResolveParams,
        static () => ProtocolJsonContext.Default.SessionsResolveResult,
        ResolveAsync);

    private async ValueTask<SessionsResolveResult> ResolveAsync(
        RpcCall call, SessionsResolveParams parameters, CancellationToken cancellationToken)
    {
        var given = new[] { parameters.Key, parameters.SessionId, parameters.Label, parameters.ShortId, parameters.Reference?.Key }.OfType<string>().ToList();
        if (given.Count != 1)
        {
            throw RpcException.InvalidRequest(
                $"invalid {call.Method} params: give one of key, sessionId, label, shortId and reference; {given.Count} were given");
        }

        if (await FindAsync(call, parameters, cancellationToken) is { } session && IsMeant(session, parameters))
            return new SessionsResolveResult { Ok = true, Key = session.Key, AgentId = session.AgentId, DisplayName = session.DisplayName };
        return parameters.AllowMissing == true
            ? new SessionsResolveResult { Ok = false }
            : throw RpcException.InvalidRequest($"No session found: {given[0]}");
    }

    private async ValueTask<SessionEntry?> FindAsync(RpcCall call, SessionsResolveParams parameters, CancellationToken cancellationToken)
    {
        if ((parameters.Key ?? parameters.Reference?.Key) is { } key)
            return await sessions.FindAsync(addresses.Of(call, key, parameters.AgentId).Key, cancellationToken);
        if (parameters.SessionId is { } id)
            return await sessions.FindByIdAsync(id, cancellationToken);
        if (parameters.Label is { } label)
            return await sessions.FindByLabelAsync(label.Trim(), parameters.AgentId, cancellationToken);
        return await FindByShortIdAsync(call, parameters.ShortId!, cancellationToken);
    }

    private async ValueTask<SessionEntry?> FindByShortIdAsync(RpcCall call, string shortId, CancellationToken cancellationToken)
    {
        if (shortId.Length < MinShortId)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: a shortId has {MinShortId} characters at least");
        var found = await sessions.FindByShortIdAsync(shortId, cancellationToken);
        return found.Count <= 1
            ? found.SingleOrDefault()
            : throw RpcException.InvalidRequest($"shortId \"{shortId}\" fits several sessions; give more of it");
    }

    private static bool IsMeant(SessionEntry session, SessionsResolveParams parameters) =>
        // No session of this gateway was spawned by another one.
        parameters.SpawnedBy is null
        && (parameters.AgentId is null || string.Equals(parameters.AgentId, session.AgentId, StringComparison.OrdinalIgnoreCase))
        && (parameters.IncludeGlobal != false || session.Kind != SessionKind.Global)
        && (parameters.IncludeUnknown != false || session.Kind != SessionKind.Unknown);
}
