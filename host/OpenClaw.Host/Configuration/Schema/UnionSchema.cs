using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>One of several forms. The form of the value's kind reports its own findings; no such form is one finding.</summary>
internal sealed class UnionSchema(IReadOnlyList<SchemaNode> forms, string fix) : SchemaNode
{
    public override string Expected => forms[0].Expected;

    public IReadOnlyList<SchemaNode> Forms => forms;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (forms.FirstOrDefault(form => form.Expected == node.Kind) is { } form)
        {
            form.Check(node, path, issues);
        }
        else
        {
            issues.Error(path, node, $"Invalid input, got: {IssueList.Show(path, node)}", fix);
        }
    }
}
