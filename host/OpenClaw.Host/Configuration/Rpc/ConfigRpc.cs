using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Configuration.Rpc;

/// <summary>The <c>config.*</c> methods.</summary>
internal sealed class ConfigRpc(ConfigReport report) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add<EmptyParams, ConfigGetResult>(
        MethodNames.ConfigGet,
        static () => ProtocolJsonContext.Default.EmptyParams,
        static () => ProtocolJsonContext.Default.ConfigGetResult,
        (_, _, cancellationToken) => report.CreateAsync(cancellationToken));
}
