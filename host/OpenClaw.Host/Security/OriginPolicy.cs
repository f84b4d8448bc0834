using System.Net;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Security;

/// <summary>Which web pages may open a connection: those this gateway serves, and those the configuration names.</summary>
internal sealed class OriginPolicy(IConfigSource config)
{
    public OriginVerdict Judge(Peer peer)
    {
        if (!TryParse(peer.Origin, out var origin))
        {
            return IsConfigured(peer.Origin) ? OriginVerdict.Allowed : OriginVerdict.MissingOrInvalid;
        }

        return IsOwn(origin, peer) || IsConfigured(peer.Origin) ? OriginVerdict.Allowed : OriginVerdict.NotAllowed;
    }

    /// <summary>
    /// The page came from this very listener. On this machine the loopback names stand for each other, but the port has to be
    /// ours: another port is another program.
    /// </summary>
    private static bool IsOwn(Uri origin, Peer peer)
    {
        if (!HostString.FromUriComponent(peer.Host ?? "").HasValue)
        {
            return false;
        }

        var host = HostString.FromUriComponent(peer.Host!);
        if (origin.Port != (host.Port ?? (origin.Scheme == Uri.UriSchemeHttps ? 443 : 80)))
        {
            return false;
        }

        return string.Equals(Bare(origin.Host), Bare(host.Host), StringComparison.OrdinalIgnoreCase)
            || (peer.IsLocal && LoopbackNames.Contains(Bare(origin.Host)) && LoopbackNames.Contains(Bare(host.Host)));
    }

    private bool IsConfigured(string? origin) =>
        origin is not null && config.Current.Gateway.ControlUi.AllowedOrigins.Any(allowed => AreEqual(allowed, origin));

    private static bool AreEqual(string allowed, string origin) =>
        TryParse(allowed, out var left) && TryParse(origin, out var right)
            ? left.Scheme == right.Scheme && left.Port == right.Port && left.Host == right.Host
            : string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase) && !IsOpaque(origin);

    private static bool IsOpaque(string origin) => origin.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out origin)
        && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
        && origin.UserInfo.Length == 0
        && origin.PathAndQuery == "/"
        && origin.Fragment.Length == 0;

    private static string Bare(string host) => host.Trim('[', ']');

    private static class LoopbackNames
    {
        public static bool Contains(string host) =>
            host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
