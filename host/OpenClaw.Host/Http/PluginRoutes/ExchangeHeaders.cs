using System.Collections.Frozen;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>Which headers cross between a caller and a plugin.</summary>
internal static class ExchangeHeaders
{
    private static readonly FrozenSet<string> OfConnection = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade");

    // Every answer of the gateway carries these in its own words.
    private static readonly FrozenSet<string> OfGateway = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security", "Server", "Date");

    /// <summary>The gateway's secret is not the plugin's business, nor is what is said about the connection.</summary>
    public static void CopyRequest(IHeaderDictionary from, IHeaderDictionary to, RouteAuthentication authentication)
    {
        foreach (var (name, value) in from)
        {
            if (!OfConnection.Contains(name) && !(authentication == RouteAuthentication.Gateway && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
                to[name] = value;
        }
    }

    /// <summary>No page of a stranger reads what takes the gateway's secret, whatever a plugin says.</summary>
    public static void CopyResponse(IHeaderDictionary from, IHeaderDictionary to, RouteAuthentication authentication)
    {
        foreach (var (name, value) in from)
        {
            if (!OfConnection.Contains(name) && !OfGateway.Contains(name)
                && !(authentication == RouteAuthentication.Gateway && name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)))
            {
                to[name] = value;
            }
        }
    }
}
