using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

internal sealed class ListSchema(SchemaNode item) : SchemaNode
{
    public override string Expected => "array";

    public SchemaNode Item => item;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigArray array)
        {
            RejectKind(node, path, issues);
            return;
        }

        for (var i = 0; i < array.Items.Count; i++)
        {
            item.Check(array.Items[i], Join(path, i.ToString()), issues);
        }
    }
}
