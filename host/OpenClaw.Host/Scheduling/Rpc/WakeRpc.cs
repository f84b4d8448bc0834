using System.Text.Json;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Wakes;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary><c>wake</c>, <c>last-heartbeat</c> and <c>set-heartbeats</c>.</summary>
internal sealed class WakeRpc(SystemEventQueue queue, SessionKeyParser keys, HeartbeatBoard heartbeats, WakeSignal signal) : IRpcModule
{
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.Wake, static () => SchedulingJsonContext.Default.WakeParams, static () => SchedulingJsonContext.Default.DoneResult, WakeAsync)
        .Add(MethodNames.LastHeartbeat, static () => ProtocolJsonContext.Default.JsonElement, (_, _) => ValueTask.FromResult(Last()))
        .Add(MethodNames.SetHeartbeats, static () => SchedulingJsonContext.Default.SetHeartbeatsParams, static () => SchedulingJsonContext.Default.SetHeartbeatsResult, Set);

    private async ValueTask<DoneResult> WakeAsync(RpcCall call, WakeParams parameters, CancellationToken cancellationToken)
    {
        var now = parameters.Mode == "now";
        await queue.AddAsync(SessionOf(call, parameters), parameters.Text.Trim(), wake: now, cancellationToken);
        if (now)
            signal.Raise();
        return new DoneResult();
    }

    private string SessionOf(RpcCall call, WakeParams parameters)
    {
        try
        {
            return keys.Parse(parameters.SessionKey, parameters.AgentId).Key;
        }
        catch (SessionKeyException error)
        {
            throw RpcException.InvalidRequest($"invalid {call.Method} params: {error.Message}");
        }
    }

    private JsonElement Last() => heartbeats.Last is { } last
        ? JsonSerializer.SerializeToElement(last, SchedulingJsonContext.Default.HeartbeatEvent)
        : Nothing;

    private ValueTask<SetHeartbeatsResult> Set(RpcCall call, SetHeartbeatsParams parameters, CancellationToken cancellationToken)
    {
        heartbeats.Enabled = parameters.Enabled;
        signal.Raise();
        return ValueTask.FromResult(new SetHeartbeatsResult(Ok: true, parameters.Enabled));
    }
}
