using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Rpc;

/// <summary>Methods that replace a device's token or take it back.</summary>
internal sealed class DeviceTokenRpc(PairedDevices devices) : IRpcModule
{
    private const string InBand = "in-band";
    private const string Withheld = "withheld-cross-device";

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.DeviceTokenRotate,
            static () => ProtocolJsonContext.Default.DeviceTokenRotateParams,
            static () => ProtocolJsonContext.Default.DeviceTokenRotateResult,
            RotateAsync);
        methods.Add(
            MethodNames.DeviceTokenRevoke,
            static () => ProtocolJsonContext.Default.DeviceTokenRevokeParams,
            static () => ProtocolJsonContext.Default.DeviceTokenRevokeResult,
            RevokeAsync);
    }

    private async ValueTask<DeviceTokenRotateResult> RotateAsync(
        RpcCall call, DeviceTokenRotateParams parameters, CancellationToken cancellationToken)
    {
        var (deviceId, role) = (parameters.DeviceId, parameters.Role);
        var token = await devices.RotateAsync(deviceId, role, parameters.Scopes, call.Caller, cancellationToken)
            ?? throw RpcException.InvalidRequest("device token rotation denied");
        call.AfterAnswer(() => devices.Disconnect(deviceId, role));

        // The device itself gets its new token; anybody else would learn a secret that is not theirs.
        var isSelf = call.Caller.IsDeviceTokenCaller && call.Caller.DeviceId == deviceId && call.Caller.Role == role;
        return new DeviceTokenRotateResult
        {
            DeviceId = deviceId,
            Role = role,
            Token = isSelf ? token.Token : null,
            Scopes = token.TokenScopes,
            RotatedAtMs = token.IssuedAt,
            TokenDelivery = isSelf ? InBand : Withheld,
        };
    }

    private async ValueTask<DeviceTokenRevokeResult> RevokeAsync(
        RpcCall call, DeviceTokenRevokeParams parameters, CancellationToken cancellationToken)
    {
        var (deviceId, role) = (parameters.DeviceId, parameters.Role);
        var revokedAt = await devices.RevokeAsync(deviceId, role, call.Caller, cancellationToken)
            ?? throw RpcException.InvalidRequest("device token revocation denied");
        call.AfterAnswer(() => devices.Disconnect(deviceId, role));
        return new DeviceTokenRevokeResult { DeviceId = deviceId, Role = role, RevokedAtMs = revokedAt };
    }
}
