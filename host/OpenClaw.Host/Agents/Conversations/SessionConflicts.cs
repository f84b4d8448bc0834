using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary>Words for changes that came too late, and for those this gateway cannot make.</summary>
internal static class SessionConflicts
{
    private static readonly JsonElement StaleDetails = JsonElement.Parse("""{"reason":"session-changed"}""");

    /// <summary>Compares what the caller believes with what is.</summary>
    /// <exception cref="SessionConflictException">It is not so any more.</exception>
    public static void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new SessionConflictException($"session changed: {what} is not what was expected; read the session again and retry", isStale: true);
    }

    public static RpcException ToError(SessionConflictException conflict) =>
        RpcException.InvalidRequest(conflict.Message, conflict.IsStale ? StaleDetails : null);

    /// <exception cref="RpcException">The request asks for it.</exception>
    public static void Unavailable(RpcCall call, string parameter, bool isAsked)
    {
        if (isAsked)
            throw RpcException.Unavailable($"{call.Method}: this gateway has nothing behind {parameter} yet; leave it out");
    }
}
