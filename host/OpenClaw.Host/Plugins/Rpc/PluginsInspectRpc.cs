using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Plugins.Switching;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary><c>plugins.inspect</c> tells all about one plugin; <c>plugins.setEnabled</c> switches it on or off, in the file and at once.</summary>
internal sealed class PluginsInspectRpc(
    PluginHost plugins, PluginReload reload, PluginSwitcher switcher, ConfigActivation activation, ISecretRegistry secrets, LockFileView packages) : IRpcModule
{
    private const string PreserveAllowList = "preserve";

    public void Register(RpcMethods methods) => methods
        .Add<PluginsInspectParams, PluginInspection>(
            MethodNames.PluginsInspect,
            static () => PluginsRpcJsonContext.Default.PluginsInspectParams,
            static () => PluginsRpcJsonContext.Default.PluginInspection,
            (call, parameters, _) => ValueTask.FromResult(Describe(call, parameters.PluginId)))
        .Add<PluginsSetEnabledParams, PluginsSetEnabledResult>(
            MethodNames.PluginsSetEnabled,
            static () => PluginsRpcJsonContext.Default.PluginsSetEnabledParams,
            static () => PluginsRpcJsonContext.Default.PluginsSetEnabledResult,
            SetEnabledAsync);

    private PluginInspection Describe(RpcCall call, string id) =>
        plugins.Plugins.FirstOrDefault(plugin => plugin.Id == id) is { } found
            ? PluginInspection.Of(found, plugins.Current, packages)
            : throw RpcException.InvalidRequest($"{call.Method}: Plugin not found: {id}; plugins.list shows those there are");

    private async ValueTask<PluginsSetEnabledResult> SetEnabledAsync(RpcCall call, PluginsSetEnabledParams parameters, CancellationToken cancellationToken)
    {
        var id = Describe(call, parameters.PluginId).Id;
        var written = await WriteAsync(call, id, parameters, cancellationToken);
        var decision = ReloadDecision.Apply;
        if (written.ChangedPaths.Count > 0)
        {
            decision = activation.Activate(written, ConfigActivation.DelayOf(null), call);
            if (decision == ReloadDecision.Apply)
                await reload.ApplyAsync([], cancellationToken);
        }

        return new PluginsSetEnabledResult(Ok: true, written.ChangedPaths.Count > 0, decision != ReloadDecision.Apply, Describe(call, id));
    }

    private async Task<ConfigWritten> WriteAsync(RpcCall call, string id, PluginsSetEnabledParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await switcher.WriteAsync(
                id, parameters.Enabled, parameters.AllowlistPolicy == PreserveAllowList, call.Method,
                $"{call.Caller.ClientId} on connection {call.Caller.ConnectionId}", cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            throw RpcException.InvalidRequest($"{call.Method}: {error.Message}");
        }
        catch (ConfigWriteException error)
        {
            var message = secrets.Redact(error.Message);
            throw new RpcException(error.IsRefusal ? ErrorShape.Unavailable(message) : ErrorShape.InvalidRequest(message));
        }
    }
}
