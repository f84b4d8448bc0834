using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Client;
using OpenClaw.Client.Notices;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Asks the gateway to do it.</summary>
internal sealed class GatewayPackageDoor(GatewayClient client) : IPackageDoor
{
    public bool IsServed => true;

    public async Task<PluginsInstallResult> InstallAsync(PluginsInstallParams parameters, Action<InstallProgressEvent> report, CancellationToken cancellationToken)
    {
        await using var progress = client.Subscribe((notice, _) =>
        {
            if (notice is GatewayEvent { Name: EventNames.PluginsInstallProgress } news
                && news.Payload.Deserialize(PackagesRpcJsonContext.Default.InstallProgressEvent) is { } step)
            {
                report(step);
            }

            return ValueTask.CompletedTask;
        });
        try
        {
            return await AskAsync(MethodNames.PluginsInstall, parameters, PackagesRpcJsonContext.Default.PluginsInstallParams, PackagesRpcJsonContext.Default.PluginsInstallResult, cancellationToken);
        }
        catch (GatewayRequestException error) when (error.Error.Details is { } details && details.TextAt("reviewToken") is not null)
        {
            throw new ReviewAskedException(details.Deserialize(PackagesRpcJsonContext.Default.PluginsInstallResult)!);
        }
    }

    public async Task<IReadOnlyList<string>> UpdatableAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        var list = await client.RequestAsync(MethodNames.PluginsList, default, cancellationToken: cancellationToken);
        foreach (var id in list.ItemsAt("plugins").Where(static plugin => plugin.IsTrueAt("removable")).Select(static plugin => plugin.TextAt("id")))
        {
            var parameters = JsonElement.Parse(new JsonObject { ["pluginId"] = id }.ToJsonString());
            var plugin = await client.RequestAsync(MethodNames.PluginsInspect, parameters, cancellationToken: cancellationToken);
            if (plugin.At("lifecycle", "package") is { } package && package.IsTrueAt("updatable") && !package.IsTrueAt("pinned"))
                found.Add(id!);
        }

        return found;
    }

    public Task<PluginsUninstallResult> UninstallAsync(PluginsUninstallParams parameters, CancellationToken cancellationToken) =>
        AskAsync(MethodNames.PluginsUninstall, parameters, PackagesRpcJsonContext.Default.PluginsUninstallParams, PackagesRpcJsonContext.Default.PluginsUninstallResult, cancellationToken);

    public Task<PluginsSearchResult> SearchAsync(PluginsSearchParams parameters, string? feed, CancellationToken cancellationToken) =>
        AskAsync(MethodNames.PluginsSearch, parameters, PackagesRpcJsonContext.Default.PluginsSearchParams, PackagesRpcJsonContext.Default.PluginsSearchResult, cancellationToken);

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private async Task<TResult> AskAsync<TParams, TResult>(
        string method, TParams parameters, JsonTypeInfo<TParams> paramsInfo, JsonTypeInfo<TResult> resultInfo, CancellationToken cancellationToken)
    {
        var answer = await client.RequestAsync(method, JsonSerializer.SerializeToElement(parameters, paramsInfo), cancellationToken: cancellationToken);
        return answer.Deserialize(resultInfo) ?? throw new CliException($"The gateway answered {method} with nothing.");
    }
}
