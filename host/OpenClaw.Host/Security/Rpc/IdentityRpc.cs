using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Security.Rpc;

/// <summary>Who this gateway is, and who the caller is as a person.</summary>
internal sealed class IdentityRpc(SecurityKeys keys) : IRpcModule
{
    private const string UsersSelf = "users.self";

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.GatewayIdentityGet,
            static () => ProtocolJsonContext.Default.OpenParams,
            static () => ProtocolJsonContext.Default.GatewayIdentityResult,
            (_, _, _) => ValueTask.FromResult(new GatewayIdentityResult
            {
                DeviceId = DeviceKeys.IdOf(keys.PublicKey),
                PublicKey = DeviceKeys.Encode(keys.PublicKey),
            }));

        // This gateway keeps no profiles of people; clients take the refusal as "nobody is signed in".
        methods.Add(
            UsersSelf,
            static () => ProtocolJsonContext.Default.EmptyParams,
            static () => ProtocolJsonContext.Default.EmptyParams,
            (_, _, _) => throw new RpcException(new ErrorShape
            {
                Code = ErrorCodes.Forbidden,
                Message = "users.self requires an authenticated user",
            }));
    }
}
