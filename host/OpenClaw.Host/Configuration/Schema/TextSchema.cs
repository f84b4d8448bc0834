using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>A string, optionally of a form that <c>accepts</c> decides and <c>fix</c> describes.</summary>
internal sealed class TextSchema(Func<string, bool>? accepts = null, string? fix = null) : SchemaNode
{
    public override string Expected => "string";

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigString text)
        {
            RejectKind(node, path, issues);
        }
        else if (text.MissingVariable is null && accepts is not null && !accepts(text.Value))
        {
            issues.Error(path, node, $"Invalid input, got: {IssueList.Show(path, node)}", fix);
        }
    }
}
