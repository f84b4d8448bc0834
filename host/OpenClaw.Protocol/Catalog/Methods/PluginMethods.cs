using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Plugins and what they bring.</summary>
internal static class PluginMethods
{
    public static readonly MethodEntry[] All =
    [
        Read(MethodNames.PluginsList, 1, V4),
        Admin(MethodNames.PluginsCommand, 3, V4),
        Admin(MethodNames.PluginsInstall, 2, V4, RateLimited),
        Admin(MethodNames.PluginsRefresh, 2, V4, RateLimited),
        Admin(MethodNames.PluginsReload, 2, V4, RateLimited),
        Read(MethodNames.PluginsSearch, 2, V4),
        Read(MethodNames.PluginsInspect, 2, V4),
        Admin(MethodNames.PluginsSetEnabled, 2, V4, RateLimited),
        Read("plugins.uiDescriptors", 2, V4),
        Admin(MethodNames.PluginsUninstall, 2, V4, RateLimited),
        Write("browser.request", 3, V3, PluginProvided),
        Admin("claws.monitors", 3, V4, RateLimited),
        Admin("claws.packages.remove", 3, V4, RateLimited),
        Write("github.detail", 3, V4, PluginProvided),
        Write("github.image", 3, V4, PluginProvided),
        Write("github.preview", 3, V4, PluginProvided),
        Write("mcp.app.callTool", 3, V4),
        Read("mcp.app.listResourceTemplates", 3, V4),
        Read("mcp.app.listResources", 3, V4),
        Read("mcp.app.listTools", 3, V4),
        Read("mcp.app.readResource", 3, V4),
        Write("mcp.app.updateModelContext", 3, V4),
        Read("mcp.app.view", 3, V4),
        Admin("mcp.authLogin", 3, V4, RateLimited),
        Read("plugins.catalog.browse", 3, V4),
        Read("plugins.catalog.categories", 3, V4),
        Read("plugins.catalog.get", 3, V4),
        Read("plugins.controlUi.list", 3, V4),
        Admin("plugins.controlUi.reload", 3, V4, RateLimited),
        Read("plugins.controlUi.report", 3, V4),
        Admin("plugins.controlUi.status", 3, V4),
        Admin("plugins.credentials.inspect", 3, V4),
        Write("plugins.sessionAction", 3, V4),
        Read("plugins.skills.read", 3, V4),
        Write("portal.close", 3, V4, RateLimited),
        Read("portal.list", 3, V4),
        Write("portal.open", 3, V4, RateLimited),
    ];
}
