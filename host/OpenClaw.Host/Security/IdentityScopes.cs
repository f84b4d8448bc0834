using OpenClaw.Host.Configuration;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Security;

/// <summary>What the owner wrote down for people whom a proxy or Tailscale names.</summary>
internal sealed class IdentityScopes(IConfigSource config)
{
    /// <summary>The scopes of a caller; null for one that no proxy names, and for people who are not listed.</summary>
    public IReadOnlyList<string>? Of(AuthResult result) =>
        result is { Method: AuthMethods.TrustedProxy or AuthMethods.Tailscale, User: { } user }
            && config.Current.Gateway.Auth.IdentityScopes.TryGetValue(user, out var scopes)
            ? scopes
            : null;

    /// <summary>What is left of a wish.</summary>
    public static IReadOnlyList<string> Cut(IReadOnlyList<string> wanted, IReadOnlyList<string>? limit) =>
        limit is null ? wanted : [.. wanted.Where(scope => OperatorScopes.Covers(limit, scope))];
}
