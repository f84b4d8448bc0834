using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary><c>system-event</c>: a node that says it is there, or something the main session is to be told.</summary>
internal sealed class SystemEventRpc(IPresenceReports presence, SystemEventQueue queue, SessionKeyParser keys, TimeProvider time) : IRpcModule
{
    private const string PresencePrefix = "Node:";
    private const int MaxPresenceText = 512;

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SystemEvent, static () => SchedulingJsonContext.Default.SystemEventParams, static () => SchedulingJsonContext.Default.DoneResult, TakeAsync);

    private async ValueTask<DoneResult> TakeAsync(RpcCall call, SystemEventParams parameters, CancellationToken cancellationToken)
    {
        var text = parameters.Text.Trim();
        if (text.Length == 0)
            throw RpcException.InvalidRequest("text required");
        if (text.StartsWith(PresencePrefix, StringComparison.Ordinal))
        {
            var shown = text.Length <= MaxPresenceText ? text : text[..MaxPresenceText];
            presence.Report(parameters.PresenceKey(shown), parameters.ToPresence(shown, time.UnixMs));
        }
        else
        {
            await queue.AddAsync(keys.Main().Key, text, wake: false, cancellationToken);
        }

        return new DoneResult();
    }
}
