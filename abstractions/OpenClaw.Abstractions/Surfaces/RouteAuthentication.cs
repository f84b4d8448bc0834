namespace OpenClaw.Surfaces;

/// <summary>Who checks that a caller of a route may call it.</summary>
public enum RouteAuthentication
{
    /// <summary>
    /// The gateway: the caller has its secret, or is vouched for by a trusted proxy, and holds <c>operator.write</c>. The handler
    /// finds the scopes as claims of type <c>scope</c> on <c>HttpContext.User</c>.
    /// </summary>
    Gateway,

    /// <summary>The handler itself, for example by the signature of a webhook. Anybody reaches it, and nobody has scopes.</summary>
    Plugin,
}
