using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>A channel open to everybody has to say so twice.</summary>
internal sealed class OpenDirectMessagesRule : IConfigRule
{
    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (document["channels"] is not ConfigObject channels)
        {
            return;
        }

        foreach (var channel in channels.Properties)
        {
            var path = $"channels.{channel.Name}";
            Check(channel.Value, path, issues);
            if (channel.Value is ConfigObject { } section && section["accounts"] is ConfigObject accounts)
            {
                foreach (var account in accounts.Properties)
                {
                    Check(account.Value, $"{path}.accounts.{account.Name}", issues);
                }
            }
        }
    }

    private static void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is ConfigObject section
            && section["dmPolicy"] is ConfigString { Value: "open" } policy
            && !(section["allowFrom"] is ConfigArray allowed && allowed.Items.OfType<ConfigString>().Any(static item => item.Value == "*")))
        {
            issues.Error($"{path}.dmPolicy", policy, "dmPolicy \"open\" needs allowFrom to contain \"*\"",
                $"Add \"*\" to {path}.allowFrom if really anybody may write, or use dmPolicy \"pairing\".");
        }
    }
}
