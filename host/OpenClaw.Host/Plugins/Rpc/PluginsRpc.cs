using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Plugins;

namespace OpenClaw.Host.Plugins.Rpc;

/// <summary>The <c>plugins.*</c> methods that only read.</summary>
internal sealed class PluginsRpc(PluginHost plugins, LockFileView packages) : IRpcModule
{
    private const string EnabledState = "enabled";
    private const string DisabledState = "disabled";
    private const string ErrorState = "error";

    public void Register(RpcMethods methods) => methods.Add<EmptyParams, PluginsListResult>(
        MethodNames.PluginsList,
        static () => ProtocolJsonContext.Default.EmptyParams,
        static () => ProtocolJsonContext.Default.PluginsListResult,
        (_, _, _) => ValueTask.FromResult(List()));

    private PluginsListResult List() => new()
    {
        Plugins = [.. plugins.Plugins.OrderBy(static plugin => plugin.Id, StringComparer.Ordinal).Select(Describe)],
        Diagnostics = [],
        MutationAllowed = true,
    };

    private PluginListEntry Describe(PluginStatus plugin) => Describe(plugin, PackageDetail.LockedOf(plugin, packages));

    private static PluginListEntry Describe(PluginStatus plugin, LockedPlugin? package) => new()
    {
        Id = plugin.Id,
        Name = plugin.Manifest?.Name ?? plugin.Id,
        Description = plugin.Manifest?.Description,
        Version = plugin.Manifest?.Version.ToNormalizedString(),
        Kind = plugin.Manifest is { } manifest ? PluginKindNames.NamesOf(manifest.Kinds) : null,
        Origin = PluginOriginNames.NameOf(plugin.Origin),
        Installed = true,
        Enabled = plugin.State != PluginState.Disabled,
        State = StateOf(plugin),
        Error = plugin.Problem,
        Removable = package is not null,
        PackageName = package?.PackageName,
    };

    private static string StateOf(PluginStatus plugin) => plugin.State switch
    {
        PluginState.Disabled => DisabledState,
        _ when plugin.Problem is not null && plugin.State != PluginState.Running => ErrorState,
        _ => EnabledState,
    };
}
