using System.Net;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Configuration.Start;

/// <summary>What a valid configuration may still lack before the gateway may open a port: closed by default.</summary>
internal static class GatewayStartRules
{
    /// <param name="allowUnconfigured">Waives the missing <c>gateway.mode</c>, never the authentication.</param>
    public static IReadOnlyList<StartRefusal> Check(ConfigLoadResult result, bool allowUnconfigured)
    {
        var gateway = result.Require().Gateway;
        var refusals = new List<string?>
        {
            allowUnconfigured ? null : ModeProblem(result.Exists, gateway.Mode),
            AmbiguousSecrets(gateway.Auth),
            ExposureProblem(gateway),
            SecretProblem(gateway.Auth),
        };
        return [.. refusals.OfType<string>().Select(static text => new StartRefusal(text))];
    }

    private static string? ModeProblem(bool exists, GatewayMode? mode) => (exists, mode) switch
    {
        (_, GatewayMode.Local) => null,
        (_, GatewayMode.Remote) => "Gateway start blocked: set gateway.mode=local (current: remote) or pass --allow-unconfigured.",
        (false, _) => "Missing config. Run `openclaw setup` or set gateway.mode=local (or pass --allow-unconfigured).",
        (true, _) => "Gateway start blocked: existing config is missing gateway.mode. Treat this as suspicious or clobbered config. "
            + "Re-run `openclaw onboard --mode local` or `openclaw setup`, set gateway.mode=local manually, or pass --allow-unconfigured.",
    };

    private static string? AmbiguousSecrets(GatewayAuthConfig auth) =>
        auth is { ModeIsExplicit: false, Token: not null, Password: not null }
            ? "Invalid config: gateway.auth.token and gateway.auth.password are both configured, but gateway.auth.mode is unset. "
                + "Set gateway.auth.mode to token or password."
            : null;

    private static string? ExposureProblem(GatewayConfig gateway)
    {
        if (!MayReachOutside(gateway) || GatewaySecret.IsUsable(gateway.Auth))
        {
            return null;
        }

        return $"Refusing to bind gateway to {gateway.Bind.ToString().ToLowerInvariant()} without auth.\n"
            + "Set OPENCLAW_GATEWAY_TOKEN or OPENCLAW_GATEWAY_PASSWORD, or pass --token/--password "
            + "(gateway.auth.mode must not be \"none\"), or set gateway.bind to loopback.";
    }

    // "auto" listens outside only when the secret is usable, so it is never the problem.
    private static bool MayReachOutside(GatewayConfig gateway) => gateway.Bind switch
    {
        _ when !gateway.ListenTcp => false,
        BindMode.Lan or BindMode.Tailnet => true,
        BindMode.Custom => !(IPAddress.TryParse(gateway.CustomBindHost, out var address) && IPAddress.IsLoopback(address)),
        _ => false,
    };

    private static string? SecretProblem(GatewayAuthConfig auth) => auth.Mode switch
    {
        GatewayAuthMode.Token => Describe("gateway.auth.token", ConfigVariables.Token, auth.Token),
        GatewayAuthMode.Password => Describe("gateway.auth.password", ConfigVariables.Password, auth.Password),
        _ => null,
    };

    private static string? Describe(string key, string variable, Secret? secret) => GatewaySecret.ProblemOf(secret) is { } problem
        ? $"Gateway start blocked: {key} {problem}. Set {key} or {variable} to a secret of your own (openssl rand -hex 24), or pass it on the command line."
        : null;
}
