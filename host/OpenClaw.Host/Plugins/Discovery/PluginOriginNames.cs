namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>The protocol's words for where a plugin comes from.</summary>
internal static class PluginOriginNames
{
    public static string NameOf(PluginOrigin origin) => origin switch
    {
        PluginOrigin.Shipped => "bundled",
        PluginOrigin.User => "global",
        _ => "config",
    };
}
