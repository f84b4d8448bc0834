using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

/// <summary>
/// <c>$include</c> is refused wherever it stands. A plugin's section would otherwise take it for a key of its own and the
/// settings behind it would be missing without a word.
/// </summary>
internal static class IncludeRule
{
    private const string Key = "$include";

    public static void Check(ConfigNode node, IssueList issues, string path = "")
    {
        if (node is ConfigArray array)
        {
            for (var i = 0; i < array.Items.Count; i++)
            {
                Check(array.Items[i], issues, SchemaNode.Join(path, i.ToString()));
            }
        }

        if (node is not ConfigObject members)
        {
            return;
        }

        if (members.TryGet(Key, out var include))
        {
            issues.Error(path, include, "$include is not supported by this version", "Put the content of the included file here.");
            members.Remove(Key);
        }

        foreach (var property in members.Properties)
        {
            Check(property.Value, issues, SchemaNode.Join(path, property.Name));
        }
    }
}
