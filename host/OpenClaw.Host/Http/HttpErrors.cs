using System.Text;

namespace OpenClaw.Host.Http;

/// <summary>Error bodies that are the same for every caller.</summary>
internal static class HttpErrors
{
    public static readonly ReadOnlyMemory<byte> ProxyAttributionRequired =
        """
        {"error":{"message":"Proxy client attribution is required. Configure gateway.trustedProxies narrowly and make the proxy overwrite or safely rebuild forwarded client headers.","type":"proxy_attribution_required"}}
        """u8.ToArray();

    public static readonly ReadOnlyMemory<byte> OriginNotAllowed =
        """
        {"error":{"message":"This page may not change anything here. List its origin in gateway.controlUi.allowedOrigins if it should.","type":"forbidden"}}
        """u8.ToArray();

    public static readonly ReadOnlyMemory<byte> HostNotAllowed =
        """
        {"error":{"message":"The Host header names no address of this gateway. Use localhost or an IP address, or list the origin in gateway.controlUi.allowedOrigins.","type":"forbidden"}}
        """u8.ToArray();

    public static readonly ReadOnlyMemory<byte> Unauthorized =
        """{"error":{"message":"Unauthorized","type":"unauthorized"}}"""u8.ToArray();

    public static readonly ReadOnlyMemory<byte> TooManyAttempts =
        """{"error":{"message":"Too many failed attempts. Try again later.","type":"rate_limited"}}"""u8.ToArray();

    /// <param name="scope">One of <see cref="Protocol.OperatorScopes"/>.</param>
    public static ReadOnlyMemory<byte> MissingScope(string scope) => Encoding.UTF8.GetBytes(
        $$$$"""{"ok":false,"error":{"type":"forbidden","message":"missing scope: {{{{scope}}}}","details":{"code":"MISSING_SCOPE","missingScope":"{{{{scope}}}}","requiredScopes":["{{{{scope}}}}"]}}}""");
}
