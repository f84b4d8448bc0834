using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Security.Rpc;

/// <summary>Methods with which operators let devices in and out.</summary>
internal sealed class DevicePairRpc(PairingBook pairing, PairedDevices devices, IEventPublisher events, TimeProvider time) : IRpcModule
{
    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.DevicePairList,
            static () => ProtocolJsonContext.Default.EmptyParams,
            static () => ProtocolJsonContext.Default.DevicePairListResult,
            (call, _, cancellationToken) => ListAsync(call.Caller, cancellationToken));
        methods.Add(
            MethodNames.DevicePairApprove,
            static () => ProtocolJsonContext.Default.DevicePairDecisionParams,
            static () => ProtocolJsonContext.Default.DevicePairApproveResult,
            async (call, parameters, cancellationToken) => new DevicePairApproveResult
            {
                RequestId = parameters.RequestId,
                Device = (await pairing.ApproveAsync(parameters.RequestId, call.Caller, cancellationToken)).Describe(),
            });
        methods.Add(
            MethodNames.DevicePairReject,
            static () => ProtocolJsonContext.Default.DevicePairDecisionParams,
            static () => ProtocolJsonContext.Default.DevicePairRejectResult,
            async (call, parameters, cancellationToken) => new DevicePairRejectResult
            {
                RequestId = parameters.RequestId,
                DeviceId = await pairing.RejectAsync(parameters.RequestId, call.Caller, cancellationToken),
            });
        methods.Add(
            MethodNames.DevicePairRemove,
            static () => ProtocolJsonContext.Default.DevicePairRemoveParams,
            static () => ProtocolJsonContext.Default.DevicePairRemoveResult,
            (call, parameters, cancellationToken) => RemoveAsync(call, parameters.DeviceId, cancellationToken));
        methods.Add(
            MethodNames.DevicePairRename,
            static () => ProtocolJsonContext.Default.DevicePairRenameParams,
            static () => ProtocolJsonContext.Default.DevicePairRenameResult,
            (call, parameters, cancellationToken) => RenameAsync(call.Caller, parameters, cancellationToken));
    }

    private async ValueTask<DevicePairListResult> ListAsync(RpcCaller caller, CancellationToken cancellationToken)
    {
        var pending = await pairing.ListAsync(cancellationToken);
        var paired = await devices.ListAsync(cancellationToken);
        return new DevicePairListResult
        {
            Pending = [.. pending.Where(request => DeviceAuthority.MayManage(caller, request.DeviceId))],
            Paired = [.. paired
                .Where(device => DeviceAuthority.MayManage(caller, device.DeviceId))
                .Select(device => device.Describe(devices.IsConnected(device.DeviceId)))],
        };
    }

    private async ValueTask<DevicePairRemoveResult> RemoveAsync(RpcCall call, string deviceId, CancellationToken cancellationToken)
    {
        var removed = DeviceAuthority.MayManage(call.Caller, deviceId) ? await devices.RemoveAsync(deviceId, cancellationToken) : null;
        if (removed is null)
        {
            throw UnknownDevice();
        }

        call.AfterAnswer(() => devices.Disconnect(deviceId));
        if (removed.Roles.Contains(Roles.Node))
        {
            events.Publish(GatewayEvent.Create(
                EventNames.NodePairResolved,
                new NodePairResolvedEvent { RequestId = "", NodeId = deviceId, Decision = "removed", Ts = time.GetUtcNow().ToUnixTimeMilliseconds() },
                ProtocolJsonContext.Default.NodePairResolvedEvent) with
            {
                IsFor = caller => DeviceAuthority.MayManage(caller, deviceId),
            });
        }

        return new DevicePairRemoveResult { DeviceId = deviceId };
    }

    private async ValueTask<DevicePairRenameResult> RenameAsync(
        RpcCaller caller, DevicePairRenameParams parameters, CancellationToken cancellationToken)
    {
        var label = parameters.Label.Trim();
        if (label.Length == 0)
        {
            throw RpcException.InvalidRequest("invalid device.pair.rename params: at /label: must not be blank");
        }

        if (!DeviceAuthority.MayManage(caller, parameters.DeviceId)
            || !await devices.RenameAsync(parameters.DeviceId, label, cancellationToken))
        {
            throw UnknownDevice();
        }

        events.Publish(GatewayEvent.Create(EventNames.DevicePairChanged, new EmptyParams(), ProtocolJsonContext.Default.EmptyParams));
        return new DevicePairRenameResult { DeviceId = parameters.DeviceId, Label = label };
    }

    private static RpcException UnknownDevice() => RpcException.InvalidRequest("unknown deviceId");
}
