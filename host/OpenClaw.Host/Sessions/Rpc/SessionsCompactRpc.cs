using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>
/// <c>sessions.compact</c>: cuts a transcript down to its newest messages when told to how many. It does not summarise: what
/// does not fit a model is left out of its prompt anyway.
/// </summary>
internal sealed class SessionsCompactRpc(
    SessionAddresses addresses,
    SessionStore sessions,
    SessionEditor editor,
    ISessionRuntime runtime,
    SessionEvents events,
    SessionFeed feed,
    SqliteDatabase database,
    TimeProvider time) : IRpcModule
{
    private const string Operation = "compact";
    private const string TooSmall = "Nothing to compact (session too small)";

    private const string NoSummaries =
        "This gateway does not summarise transcripts; messages that do not fit the model are left out of its prompt. Give maxLines to keep only the newest ones.";

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SessionsCompact,
        static () => ProtocolJsonContext.Default.SessionsCompactParams,
        static () => ProtocolJsonContext.Default.SessionsCompactResult,
        CompactAsync);

    private async ValueTask<SessionsCompactResult> CompactAsync(
        RpcCall call, SessionsCompactParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, parameters.AgentId);
        if (await sessions.FindAsync(address.Key, cancellationToken) is not { } session)
            return Untouched(address.Key, TooSmall);
        if (parameters.MaxLines is not { } keep)
        {
            var fits = session.TotalTokens < runtime.ContextTokensOf(session.Provider, session.Model) / 2;
            return Untouched(address.Key, fits ? TooSmall : NoSummaries);
        }

        return await TruncateAsync(session, keep, cancellationToken);
    }

    private async ValueTask<SessionsCompactResult> TruncateAsync(SessionEntry session, long keep, CancellationToken cancellationToken)
    {
        var operation = new SessionOperationEvent
        {
            OperationId = Guid.NewGuid().ToString(),
            Operation = Operation,
            Phase = "start",
            SessionKey = session.Key,
            AgentId = session.AgentId,
            Ts = time.UnixMs,
        };
        events.Operation(operation);
        string? problem = null;
        Truncation? done = null;
        try
        {
            done = await editor.TruncateAsync(session.Key, keep, cancellationToken);
            problem = done.Archive is null ? TooSmall : null;
        }
        catch (SessionConflictException conflict)
        {
            problem = conflict.Message;
        }
        finally
        {
            events.Operation(operation with { Phase = "end", Ts = time.UnixMs, Completed = problem is null && done is not null, Reason = problem });
        }

        if (problem is not null || done is null)
            return Untouched(session.Key, problem) with { Kept = done?.Kept };
        feed.Changed(session.Key, ChangeReasons.Compact);
        return new SessionsCompactResult
        {
            Ok = true,
            Key = session.Key,
            Compacted = true,
            Kept = done.Kept,
            Archived = TranscriptLocation.Of(database, done.Archive!),
        };
    }

    private static SessionsCompactResult Untouched(string key, string? reason) => new() { Ok = false, Key = key, Compacted = false, Reason = reason };
}
