using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

internal sealed class EnumSchema(IReadOnlyList<string> allowed) : SchemaNode
{
    public override string Expected => "string";

    public IReadOnlyList<string> Allowed => allowed;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is ConfigString { Value: var value } && allowed.Contains(value, StringComparer.Ordinal))
        {
            return;
        }

        var list = string.Join(", ", allowed.Select(static item => $"\"{item}\""));
        issues.Error(path, node, $"Invalid input (allowed: {list}), got: {IssueList.Show(path, node)}", $"Use one of {list}.");
    }
}
