using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

internal sealed class HooksRule : IConfigRule
{
    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (document.Find("hooks.path") is ConfigString { Value: "/" } path)
        {
            issues.Error("hooks.path", path, "hooks.path must not be \"/\"", "Use a path of its own, such as \"/hooks\".");
        }

        RefuseScripts(document, issues);
        if (document.Find("hooks.enabled") is not ConfigBoolean { Value: true } enabled)
        {
            return;
        }

        var token = document.Find("hooks.token");
        if (token is null or ConfigString { Value: "" })
        {
            issues.Error("hooks.token", enabled, "hooks.enabled needs hooks.token", "Set hooks.token to a secret that the callers send.");
        }
        else if (token is ConfigString { Value: var text } && config.Gateway.Auth.Token is { IsAvailable: true } gateway && gateway.Reveal() == text)
        {
            issues.Error("hooks.token", token, "hooks.token must differ from the gateway token", "Make a second secret for the hooks.");
        }
    }

    // A script named by the configuration would run with the rights of the gateway, whoever wrote it.
    private static void RefuseScripts(ConfigObject document, IssueList issues)
    {
        if (document.Find("hooks.mappings") is not ConfigArray mappings)
        {
            return;
        }

        foreach (var (index, entry) in mappings.Items.Index())
        {
            if (entry is ConfigObject mapping && mapping.Find("transform.module") is { } module)
            {
                issues.Error(
                    $"hooks.mappings[{index}].transform.module",
                    module,
                    "scripts that change payloads are not loaded by this gateway",
                    "Use messageTemplate, or a route of a plugin that calls the agent.");
            }
        }
    }
}
