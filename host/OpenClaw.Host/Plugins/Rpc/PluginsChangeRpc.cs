using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>
/// <c>plugins.reload</c> loads plugins anew; <c>plugins.refresh</c> looks at the folders again and does what their changes need.
/// </summary>
internal sealed partial class PluginsChangeRpc(PluginHost plugins, PluginReload reload, ILogger<PluginsChangeRpc> logger) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.PluginsReload, static () => PluginsRpcJsonContext.Default.PluginsReloadParams, static () => PluginsRpcJsonContext.Default.PluginsChangeResult, ReloadAsync)
        .Add(MethodNames.PluginsRefresh, static () => ProtocolJsonContext.Default.EmptyParams, static () => PluginsRpcJsonContext.Default.PluginsChangeResult, RefreshAsync);

    private async ValueTask<PluginsChangeResult> ReloadAsync(RpcCall call, PluginsReloadParams parameters, CancellationToken cancellationToken)
    {
        string[] ids = [.. parameters.Plugins.Select(static plugin => plugin.PluginId)];
        foreach (var id in ids)
        {
            var status = plugins.Plugins.FirstOrDefault(plugin => plugin.Id == id)
                ?? throw RpcException.InvalidRequest($"{call.Method}: Plugin not found: {id}; plugins.list shows those there are");
            if (status.State == PluginState.Disabled)
                throw RpcException.InvalidRequest($"{call.Method}: plugin {id} is off: {status.Reason}");
        }

        LogReload(logger, string.Join(", ", ids), call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return Describe(await reload.ApplyAsync(ids, cancellationToken), ids);
    }

    private async ValueTask<PluginsChangeResult> RefreshAsync(RpcCall call, EmptyParams parameters, CancellationToken cancellationToken)
    {
        LogRefresh(logger, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        return Describe(await reload.ApplyAsync([], cancellationToken), named: []);
    }

    private PluginsChangeResult Describe(IReadOnlyList<PluginChange> changes, IReadOnlyCollection<string> named)
    {
        var states = plugins.Plugins.ToLookup(static plugin => plugin.Id);
        return new PluginsChangeResult(
            Ok: true,
            [.. changes.Where(change => change.Action is not (PluginAction.Keep or PluginAction.Note) || named.Contains(change.Id))
                .Select(change => ChangedPlugin.Of(change, states[change.Id].FirstOrDefault()))]);
    }

    [LoggerMessage(2020, LogLevel.Information, "Audit: plugins {Plugins} are loaded anew on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogReload(ILogger logger, string plugins, string? client, string? device, string connection);

    [LoggerMessage(2021, LogLevel.Information, "Audit: plugin folders are looked at again on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogRefresh(ILogger logger, string? client, string? device, string connection);
}
