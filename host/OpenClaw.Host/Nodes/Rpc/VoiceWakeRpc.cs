using OpenClaw.Host.Nodes.Voice;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary>The <c>voicewake.*</c> methods.</summary>
internal sealed class VoiceWakeRpc(VoiceWake voice) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(
            MethodNames.VoicewakeGet,
            static () => ProtocolJsonContext.Default.VoiceWakeTriggers,
            (_, cancellationToken) => voice.ReadAsync(cancellationToken))
        .Add(
            MethodNames.VoicewakeSet,
            static () => ProtocolJsonContext.Default.VoiceWakeTriggers,
            static () => ProtocolJsonContext.Default.VoiceWakeTriggers,
            (_, parameters, cancellationToken) => voice.WriteAsync(parameters.Triggers, cancellationToken))
        .Add(
            MethodNames.VoicewakeRoutingGet,
            static () => ProtocolJsonContext.Default.VoiceWakeRouting,
            static (_, _) => ValueTask.FromResult(VoiceWake.CurrentRouting));
}
