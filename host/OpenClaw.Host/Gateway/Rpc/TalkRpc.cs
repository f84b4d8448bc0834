using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary><c>talk.mode</c>: lets every operator know that speaking was switched on or off. The devices do the speaking.</summary>
internal sealed class TalkRpc(IEventPublisher events, TimeProvider time) : IRpcModule
{
    private const string TalkMode = "talk.mode";
    private const int MaxPhaseLength = 64;

    public void Register(RpcMethods methods) => methods.Add(
        TalkMode,
        static () => GatewayJsonContext.Default.TalkModeParams,
        static () => GatewayJsonContext.Default.TalkModeState,
        (call, parameters, _) => ValueTask.FromResult(Set(call, parameters)));

    private TalkModeState Set(RpcCall call, TalkModeParams parameters)
    {
        if (parameters.Phase?.Length > MaxPhaseLength)
        {
            throw RpcException.InvalidRequest($"invalid {call.Method} params: at /phase: must NOT have more than {MaxPhaseLength} characters");
        }

        var state = new TalkModeState(parameters.Enabled, parameters.Phase, time.GetUtcNow().ToUnixTimeMilliseconds());
        events.Publish(GatewayEvent.Create(EventNames.TalkMode, state, GatewayJsonContext.Default.TalkModeState));
        return state;
    }
}
