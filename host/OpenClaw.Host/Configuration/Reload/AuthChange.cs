using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Start;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>What a change of the configuration means for those who are connected, by the way they were let in.</summary>
internal static class AuthChange
{
    private const string Token = "token";
    private const string Password = "password";
    private const string Tailscale = "tailscale";
    private const string TrustedProxy = "trusted-proxy";

    /// <summary>Keys of the shared secrets and of what is below them.</summary>
    public static bool IsSecret(string path) =>
        path is "gateway.auth.token" or "gateway.auth.password"
        || path.StartsWith("gateway.auth.token.", StringComparison.Ordinal)
        || path.StartsWith("gateway.auth.password.", StringComparison.Ordinal);

    /// <summary>
    /// A new secret needs no restart where the way to authenticate is written down and stays the same. A secret that protects
    /// nothing is left to the start, which refuses it.
    /// </summary>
    public static bool IsHot(GatewayAuthConfig before, GatewayAuthConfig after) =>
        before.ModeIsExplicit && after.ModeIsExplicit && before.Mode == after.Mode && GatewaySecret.IsUsable(after)
        && (Differ(before.Token, after.Token) || Differ(before.Password, after.Password));

    /// <summary>The ways by which nobody would have come in the same way under the new configuration.</summary>
    public static IReadOnlyCollection<string> MethodsOf(GatewayConfig before, GatewayConfig after)
    {
        var (old, now) = (before.Auth, after.Auth);
        List<string> methods = [];
        Add(Token, Differ(old.Token, now.Token));
        Add(Password, Differ(old.Password, now.Password));
        Add(Tailscale, old.AllowTailscale != now.AllowTailscale || !AreSame(old.IdentityScopes, now.IdentityScopes));
        Add(TrustedProxy, !AreSame(old.TrustedProxy, now.TrustedProxy) || !before.TrustedProxies.SequenceEqual(after.TrustedProxies)
            || !AreSame(old.IdentityScopes, now.IdentityScopes));
        return methods;

        void Add(string method, bool changed)
        {
            if (changed)
            {
                methods.Add(method);
            }
        }
    }

    private static bool AreSame(TrustedProxyAuthConfig old, TrustedProxyAuthConfig now) =>
        old.UserHeader == now.UserHeader
        && old.AllowLoopback == now.AllowLoopback
        && old.RequiredHeaders.SequenceEqual(now.RequiredHeaders)
        && old.AllowUsers.SequenceEqual(now.AllowUsers);

    private static bool AreSame(IReadOnlyDictionary<string, IReadOnlyList<string>> old, IReadOnlyDictionary<string, IReadOnlyList<string>> now) =>
        old.Count == now.Count && old.All(entry => now.TryGetValue(entry.Key, out var scopes) && scopes.SequenceEqual(entry.Value));

    private static bool Differ(Secret? old, Secret? now) => TextOf(old) != TextOf(now);

    private static string? TextOf(Secret? secret) => secret is { IsAvailable: true } ? secret.Reveal() : null;
}
