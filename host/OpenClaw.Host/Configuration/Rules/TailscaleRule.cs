using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

internal sealed class TailscaleRule : IConfigRule
{
    private const string ModePath = "gateway.tailscale.mode";

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (document.Find(ModePath) is not ConfigString { Value: "serve" or "funnel" } mode)
        {
            return;
        }

        if (config.Gateway.Bind != BindMode.Loopback)
        {
            issues.Error(ModePath, mode, $"{ModePath} \"{mode.Value}\" needs gateway.bind \"loopback\"", "Set gateway.bind to loopback.");
        }

        if (mode.Value == "funnel" && config.Gateway.Auth.Mode != GatewayAuthMode.Password)
        {
            issues.Error(ModePath, mode, $"{ModePath} \"funnel\" needs gateway.auth.mode \"password\"",
                "Set gateway.auth.mode to password: the gateway is then reachable from the internet.");
        }
    }
}
