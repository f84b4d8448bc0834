using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>
/// <c>sessions.compact</c>: has the model summarise the older part of a conversation, or cuts a transcript down to its newest
/// messages when told to how many.
/// </summary>
internal sealed class SessionsCompactRpc(
    SessionAddresses addresses,
    SessionStore sessions,
    SessionEditor editor,
    ISessionRuntime runtime,
    ISessionCompactor compactor,
    SessionEvents events,
    SessionFeed feed,
    SqliteDatabase database,
    TimeProvider time) : IRpcModule
{
    private const string Operation = "compact";

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
            return Untouched(address.Key, CompactionOutcome.TooSmall);
        return parameters.MaxLines is { } keep
            ? await TruncateAsync(session, keep, cancellationToken)
            : await SummariseAsync(session, cancellationToken);
    }

    private async ValueTask<SessionsCompactResult> SummariseAsync(SessionEntry session, CancellationToken cancellationToken)
    {
        if (runtime.ActiveRuns(session.Key).Count > 0)
            return Untouched(session.Key, $"{session.Key} is at work; abort its runs or wait for them, then compact it");
        SessionOperationEvent? operation = null;
        CompactionOutcome? outcome = null;
        try
        {
            outcome = await compactor.CompactAsync(session, focus: null, () => events.Operation(operation = OperationOf(session)), cancellationToken);
        }
        finally
        {
            if (operation is not null)
                events.Operation(Ended(operation, outcome?.Done == true, outcome?.Reason));
        }

        return outcome.Done
            ? new SessionsCompactResult { Ok = true, Key = session.Key, Compacted = true }
            : Untouched(session.Key, outcome.Reason);
    }

    private async ValueTask<SessionsCompactResult> TruncateAsync(SessionEntry session, long keep, CancellationToken cancellationToken)
    {
        var operation = OperationOf(session);
        events.Operation(operation);
        string? problem = null;
        Truncation? done = null;
        try
        {
            done = await editor.TruncateAsync(session.Key, keep, cancellationToken);
            problem = done.Archive is null ? CompactionOutcome.TooSmall : null;
        }
        catch (SessionConflictException conflict)
        {
            problem = conflict.Message;
        }
        finally
        {
            events.Operation(Ended(operation, problem is null && done is not null, problem));
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

    private SessionOperationEvent OperationOf(SessionEntry session) => new()
    {
        OperationId = Guid.NewGuid().ToString(),
        Operation = Operation,
        Phase = "start",
        SessionKey = session.Key,
        AgentId = session.AgentId,
        Ts = time.UnixMs,
    };

    private SessionOperationEvent Ended(SessionOperationEvent operation, bool completed, string? reason) =>
        operation with { Phase = "end", Ts = time.UnixMs, Completed = completed, Reason = reason };

    private static SessionsCompactResult Untouched(string key, string? reason) => new() { Ok = false, Key = key, Compacted = false, Reason = reason };
}
