using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>Identity from headers is only as good as the list of who may set them.</summary>
internal sealed class TrustedProxyRule : IConfigRule
{
    private const string ModePath = "gateway.auth.mode";

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        var auth = config.Gateway.Auth;
        if (auth.Mode != GatewayAuthMode.TrustedProxy)
        {
            return;
        }

        var node = document.Find(ModePath);
        if (config.Gateway.TrustedProxies.Count == 0)
        {
            issues.Error(ModePath, node, "gateway.auth.mode \"trusted-proxy\" needs gateway.trustedProxies",
                "List the addresses of the proxy in gateway.trustedProxies.");
        }

        if (string.IsNullOrWhiteSpace(auth.TrustedProxy.UserHeader))
        {
            issues.Error(ModePath, node, "gateway.auth.mode \"trusted-proxy\" needs gateway.auth.trustedProxy.userHeader",
                "Set it to the header in which the proxy names the user.");
        }

        if (auth.Token is not null)
        {
            issues.Error(ModePath, node, "gateway.auth.mode \"trusted-proxy\" and a gateway token exclude each other",
                "Remove gateway.auth.token and OPENCLAW_GATEWAY_TOKEN, or set gateway.auth.mode to token.");
        }
    }
}
