using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

internal sealed class BooleanSchema : SchemaNode
{
    public override string Expected => "boolean";

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigBoolean)
        {
            RejectKind(node, path, issues);
        }
    }
}
