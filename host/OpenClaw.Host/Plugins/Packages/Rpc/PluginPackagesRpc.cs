using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Plugins.Packages.Install;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary><c>plugins.search</c>, <c>plugins.install</c> (with updates and going back) and <c>plugins.uninstall</c>.</summary>
internal sealed partial class PluginPackagesRpc(GatewayPackages packages, IEventPublisher events, TimeProvider time, ILogger<PluginPackagesRpc> logger) : IRpcModule
{
    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.PluginsSearch, static () => PackagesRpcJsonContext.Default.PluginsSearchParams, static () => PackagesRpcJsonContext.Default.PluginsSearchResult, SearchAsync)
        .Add(MethodNames.PluginsInstall, static () => PackagesRpcJsonContext.Default.PluginsInstallParams, static () => PackagesRpcJsonContext.Default.PluginsInstallResult, InstallAsync)
        .Add(MethodNames.PluginsUninstall, static () => PackagesRpcJsonContext.Default.PluginsUninstallParams, static () => PackagesRpcJsonContext.Default.PluginsUninstallResult, UninstallAsync);

    private async ValueTask<PluginsSearchResult> SearchAsync(RpcCall call, PluginsSearchParams parameters, CancellationToken cancellationToken)
    {
        var (found, notes) = await ExplainAsync(call, () => packages.SearchAsync(parameters.Query, parameters.Limit ?? PluginsSearchParams.DefaultLimit, cancellationToken));
        return new PluginsSearchResult(found, notes);
    }

    private async ValueTask<PluginsInstallResult> InstallAsync(RpcCall call, PluginsInstallParams parameters, CancellationToken cancellationToken)
    {
        LogInstall(logger, parameters.Mode ?? "install", NameOf(parameters), call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        var (result, status) = await ExplainAsync(call, () => parameters.Mode == PluginsInstallParams.Rollback
            ? packages.RollBackAsync(parameters.PluginId ?? parameters.PackageName ?? throw new PackageException("pluginId: name the plugin to roll back"), cancellationToken)
            : packages.InstallAsync(InstallParamsReader.Read(parameters), InstallParamsReader.ToUpdate(parameters), Report(call), cancellationToken));
        return PluginsInstallResult.Of(result.Review, result.Changed, status);
    }

    private async ValueTask<PluginsUninstallResult> UninstallAsync(RpcCall call, PluginsUninstallParams parameters, CancellationToken cancellationToken)
    {
        LogInstall(logger, "uninstall", parameters.PluginId, call.Caller.ClientId, call.Caller.DeviceId, call.Caller.ConnectionId);
        var keep = parameters.KeepFiles ?? false;
        var (id, version) = await ExplainAsync(call, () => packages.RemoveAsync(parameters.PluginId, keep, cancellationToken));
        return new PluginsUninstallResult(Ok: true, id, version, keep);
    }

    private Action<InstallProgress> Report(RpcCall call)
    {
        var throttle = new ProgressThrottle(time);
        return progress =>
        {
            if (throttle.Passes(progress))
                events.Publish(GatewayEvent.Create(EventNames.PluginsInstallProgress, InstallProgressEvent.Of(call.RequestId, progress), PackagesRpcJsonContext.Default.InstallProgressEvent));
        };
    }

    private static async Task<T> ExplainAsync<T>(RpcCall call, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (PackageException error)
        {
            throw RpcException.InvalidRequest($"{call.Method}: {error.Message}");
        }
        catch (ReviewNeededException needed)
        {
            var details = JsonSerializer.SerializeToElement(PluginsInstallResult.Of(needed.Review, changed: false), PackagesRpcJsonContext.Default.PluginsInstallResult);
            throw RpcException.InvalidRequest($"{call.Method}: {needed.Message} Send acknowledgeCapabilities with the reviewToken of the details.", details);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StorageException)
        {
            throw RpcException.Unavailable($"{call.Method}: {error.Message}");
        }
    }

    // Only for the log: a caller's text, so one line and not long.
    private static string NameOf(PluginsInstallParams parameters)
    {
        var name = parameters.PackageName ?? parameters.PluginId ?? parameters.Path ?? parameters.ArchivePath ?? parameters.Spec ?? "";
        return string.Concat(name.Take(200).Select(static c => char.IsControl(c) ? '?' : c));
    }

    [LoggerMessage(2032, LogLevel.Information, "Audit: plugin package, {Mode} {Package}, on request of {Client} (device {Device}, connection {Connection}).")]
    private static partial void LogInstall(ILogger logger, string mode, string package, string? client, string? device, string connection);
}
