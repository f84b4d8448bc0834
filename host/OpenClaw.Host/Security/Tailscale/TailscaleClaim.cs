using System.Net;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Security.Tailscale;

/// <summary>What <c>tailscale serve</c> on this machine says of a caller. Nothing of it is believed before it is verified.</summary>
/// <param name="Client">The caller's address in the tailnet; null when the headers of the proxy are not all there.</param>
/// <param name="Login">The person it names; null for machines that belong to nobody.</param>
internal sealed record TailscaleClaim(IPAddress? Client, string? Login)
{
    private const int LongestLogin = 320;
    private const string LoginHeader = "Tailscale-User-Login";

    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"];

    /// <summary>Reads the claim of a WebSocket upgrade; null where the configuration or the sender makes it worthless.</summary>
    public static TailscaleClaim? Of(GatewayConfig gateway, IPAddress? sender, IHeaderDictionary headers)
    {
        if (gateway.Auth is not { Mode: GatewayAuthMode.Token, AllowTailscale: true } || sender is null || !IPAddress.IsLoopback(sender)
            || !string.Equals(headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Two values are one too many: it cannot be told which of them the proxy wrote.
        var login = Single(headers, LoginHeader) is { Length: <= LongestLogin } name ? name : null;
        var isProxied = ProxyHeaders.All(header => Single(headers, header) is not null);
        var client = isProxied && IPAddress.TryParse(Single(headers, ProxyHeaders[0]), out var address) && !IPAddress.IsLoopback(address)
            ? AddressBucket.Normalize(address)
            : null;
        return client is null && login is null ? null : new TailscaleClaim(client, login);
    }

    private static string? Single(IHeaderDictionary headers, string name) =>
        headers[name] is [{ } only] && !string.IsNullOrWhiteSpace(only) ? only.Trim() : null;
}
