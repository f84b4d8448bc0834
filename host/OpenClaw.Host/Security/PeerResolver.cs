using System.Diagnostics.CodeAnalysis;
using System.Net;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Security.Tailscale;

namespace OpenClaw.Host.Security;

/// <summary>
/// Says who a request comes from. Headers that claim another client are believed from configured proxies; from anybody else
/// they make the request unanswerable, because it could not be told whose limits and rights apply.
/// </summary>
internal sealed class PeerResolver(IConfigSource config)
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const string RealIp = "X-Real-IP";

    public bool TryResolve(HttpContext context, [NotNullWhen(true)] out Peer? peer)
    {
        var gateway = config.Current.Gateway;
        var headers = context.Request.Headers;
        var address = context.Connection.RemoteIpAddress is { } remote ? AddressBucket.Normalize(remote) : null;
        var identity = Identity(gateway, address, headers);
        var claim = TailscaleClaim.Of(gateway, address, headers);
        peer = new Peer
        {
            Address = address,
            Origin = NullIfEmpty(headers.Origin),
            Host = NullIfEmpty(headers.Host),
            Identity = identity,
            Tailscale = claim,

            // Whoever a proxy names is not this machine, also when the proxy is.
            IsProxied = identity?.User is not null,
        };
        if (!headers.Any(header => IsForwarding(header.Key)))
        {
            return true;
        }

        var proxies = new AddressRanges(gateway.TrustedProxies);
        var client = proxies.Contains(address) ? ClaimedClient(headers, proxies, gateway.AllowRealIpFallback) : null;
        peer = client is not null ? peer with { Address = client, IsProxied = true }
            : claim?.Client is not null ? peer with { IsProxied = true }
            : null;
        return peer is not null;
    }

    /// <summary>Identity headers are read from configured proxies only; from anybody else they are noise.</summary>
    private static ProxyIdentity? Identity(GatewayConfig gateway, IPAddress? address, IHeaderDictionary headers)
    {
        var rules = gateway.Auth.TrustedProxy;
        if (gateway.Auth.Mode != GatewayAuthMode.TrustedProxy || rules.UserHeader is null || address is null
            || !new AddressRanges(gateway.TrustedProxies).Contains(address))
        {
            return null;
        }

        // Two values are one too many: it cannot be told which of them the proxy wrote.
        var user = headers[rules.UserHeader] is [{ } only] ? NullIfEmpty(only.Trim()) : null;
        return new ProxyIdentity(address, user, rules.RequiredHeaders.All(name => !string.IsNullOrWhiteSpace(headers[name])));
    }

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals(RealIp, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first address from the right that is no proxy of ours: anything left of it may be invented.</summary>
    private static IPAddress? ClaimedClient(IHeaderDictionary headers, AddressRanges proxies, bool realIpAllowed)
    {
        var chain = string.Join(',', headers[ForwardedFor].ToArray()).Split(',', StringSplitOptions.TrimEntries);
        foreach (var hop in chain.Reverse())
        {
            if (!IPAddress.TryParse(hop, out var address))
            {
                break;
            }

            if (!proxies.Contains(address))
            {
                return AddressBucket.Normalize(address);
            }
        }

        return realIpAllowed && chain is [""] && IPAddress.TryParse(headers[RealIp].ToString(), out var real)
            ? AddressBucket.Normalize(real)
            : null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
