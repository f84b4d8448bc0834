using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>sessions.patch</c>.</summary>
internal sealed class SessionsPatchRpc(
    SessionAddresses addresses,
    SessionEditor editor,
    SessionEntries entries,
    SessionChoices choices,
    SessionFeed feed,
    SqliteDatabase database,
    TimeProvider time) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SessionsPatch,
        static () => ProtocolJsonContext.Default.SessionsPatchParams,
        static () => ProtocolJsonContext.Default.SessionsPatchResult,
        PatchAsync);

    private async ValueTask<SessionsPatchResult> PatchAsync(RpcCall call, SessionsPatchParams parameters, CancellationToken cancellationToken)
    {
        var address = addresses.Of(call, parameters.Key, parameters.AgentId);
        var patch = new SessionPatch(call, parameters, choices, time.UnixMs);
        patch.RefuseMissingFeatures();
        try
        {
            var entry = await editor.EditAsync(address, (found, _) => patch.Apply(found), cancellationToken);
            feed.Changed(entry.Key, ChangeReasons.Patch);
            return new SessionsPatchResult
            {
                Ok = true,
                Path = database.Path,
                Key = entry.Key,
                Entry = entries.Of(entry),
                Resolved = entries.ResolvedInFull(entry),
            };
        }
        catch (SessionConflictException conflict)
        {
            throw SessionConflicts.ToError(conflict);
        }
    }
}
