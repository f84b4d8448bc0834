using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>sessions.reset</c> and <c>sessions.delete</c>.</summary>
internal sealed class SessionsResetRpc(
    ConversationResets resets, SessionAddresses addresses, SessionEntries entries, SqliteDatabase database) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.SessionsReset,
            static () => ProtocolJsonContext.Default.SessionsResetParams,
            static () => ProtocolJsonContext.Default.SessionsResetResult,
            ResetAsync)
        .Add(
            MethodNames.SessionsDelete,
            static () => ProtocolJsonContext.Default.SessionsDeleteParams,
            static () => ProtocolJsonContext.Default.SessionsDeleteResult,
            DeleteAsync);

    private async ValueTask<SessionsResetResult> ResetAsync(RpcCall call, SessionsResetParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, parameters.AgentId);
        try
        {
            var entry = await resets.ResetAsync(
                address, parameters.Reason ?? ChangeReasons.Reset, entry => Check(entry, parameters.ExpectedSessionId), cancellationToken);
            return new SessionsResetResult { Ok = true, Key = address.Key, Entry = entries.Of(entry), Resolved = entries.Resolved(entry) };
        }
        catch (SessionConflictException conflict)
        {
            throw SessionConflicts.ToError(conflict);
        }
    }

    private async ValueTask<SessionsDeleteResult> DeleteAsync(RpcCall call, SessionsDeleteParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, parameters.AgentId);
        if (address.IsMain)
            throw RpcException.InvalidRequest($"Cannot delete the main session ({address.Key}).");
        try
        {
            var removal = await resets.DeleteAsync(
                address.Key, parameters.DeleteTranscript == false, entry => Check(entry, parameters), cancellationToken);
            return new SessionsDeleteResult
            {
                Ok = true,
                Key = address.Key,
                Deleted = removal.Deleted is not null,
                Archived = [.. removal.Transcripts.Select(transcript => TranscriptLocation.Of(database, transcript))],
            };
        }
        catch (SessionConflictException conflict)
        {
            throw SessionConflicts.ToError(conflict);
        }
    }

    private static void Check(SessionEntry entry, string? expectedSessionId)
    {
        if (expectedSessionId is not null)
            SessionConflicts.Expect("expectedSessionId", expectedSessionId, entry.SessionId);
    }

    private static void Check(SessionEntry entry, SessionsDeleteParams parameters)
    {
        Check(entry, parameters.ExpectedSessionId);
        if (parameters.ExpectedLifecycleRevision is { } revision)
            SessionConflicts.Expect("expectedLifecycleRevision", revision, entry.LifecycleRevision);
        if (parameters.ExpectedSessionUpdatedAt is { ValueKind: JsonValueKind.Number } updated)
            SessionConflicts.Expect("expectedSessionUpdatedAt", updated.GetDouble(), entry.UpdatedAt);
        if (parameters.ArchivedOnly == true && entry.ArchivedAt is null)
            throw new SessionConflictException($"{entry.Key} is not archived; archive it first, or leave archivedOnly out");
    }
}
