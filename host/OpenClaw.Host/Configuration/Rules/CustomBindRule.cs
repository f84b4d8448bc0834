using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

internal sealed class CustomBindRule : IConfigRule
{
    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (config.Gateway is { Bind: BindMode.Custom, CustomBindHost: null })
        {
            issues.Error("gateway.customBindHost", document.Find("gateway.bind"), "gateway.bind \"custom\" needs gateway.customBindHost",
                "Set gateway.customBindHost to the address to listen on.");
        }
    }
}
