namespace OpenClaw.Host.Configuration.Reload;

/// <summary>
/// The class of every key: the longest prefix decides, and a key that no line matches needs a restart. The writer acts on
/// this table and <c>config.schema.lookup</c> shows it, so that they cannot disagree.
/// </summary>
internal static class ReloadClasses
{
    private static readonly Dictionary<string, ReloadClass> Table = new(StringComparer.Ordinal)
    {
        ["$schema"] = ReloadClass.None,
        ["meta"] = ReloadClass.None,
        ["ui"] = ReloadClass.None,
        ["wizard"] = ReloadClass.None,
        ["gateway.reload"] = ReloadClass.None,
        ["gateway.remote"] = ReloadClass.None,
        ["messages"] = ReloadClass.None,
        ["commands"] = ReloadClass.None,
        ["session"] = ReloadClass.None,
        ["session.scope"] = ReloadClass.Hot,
        ["agents"] = ReloadClass.Hot,
        // The number of places is fixed when the lanes are made.
        ["agents.defaults.maxConcurrent"] = ReloadClass.Restart,
        ["models"] = ReloadClass.Hot,
        ["tools"] = ReloadClass.Hot,
        ["cron"] = ReloadClass.Hot,
        ["plugins"] = ReloadClass.Hot,
        // Read by each installation; what is loaded stays.
        ["plugins.packages"] = ReloadClass.None,
        ["channels"] = ReloadClass.Hot,
        ["bindings"] = ReloadClass.Hot,
        ["gateway.auth.rateLimit"] = ReloadClass.Hot,
        ["gateway.auth.trustedProxy"] = ReloadClass.Hot,
        ["gateway.auth.allowTailscale"] = ReloadClass.Hot,
        ["gateway.auth.identityScopes"] = ReloadClass.Hot,
        ["gateway.trustedProxies"] = ReloadClass.Hot,
        ["gateway.allowRealIpFallback"] = ReloadClass.Hot,
        ["gateway.controlUi.allowedOrigins"] = ReloadClass.Hot,
        ["gateway.http.securityHeaders"] = ReloadClass.Hot,
        ["gateway.nodes"] = ReloadClass.Hot,
    };

    public static ReloadClass Of(string path)
    {
        for (var prefix = path; prefix.Length > 0; prefix = Shorten(prefix))
        {
            if (Table.TryGetValue(prefix, out var found))
            {
                return found;
            }
        }

        return ReloadClass.Restart;
    }

    /// <summary>The most demanding class among some keys.</summary>
    public static ReloadClass Of(IEnumerable<string> paths) => paths.Select(Of).DefaultIfEmpty(ReloadClass.None).Max();

    private static string Shorten(string path) => path.LastIndexOf('.') is > 0 and var cut ? path[..cut] : "";
}
