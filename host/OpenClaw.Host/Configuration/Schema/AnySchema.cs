using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>Anything: the section belongs to a plugin, or nothing of ours reads it.</summary>
internal sealed class AnySchema : SchemaNode
{
    public override string Expected => "value";

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
    }
}
