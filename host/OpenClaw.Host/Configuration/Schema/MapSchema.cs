using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>An object whose keys the user chooses and whose values all look alike.</summary>
internal sealed class MapSchema(SchemaNode item, Func<string, bool>? acceptsKey = null, string? keyFix = null) : SchemaNode
{
    public override string Expected => "object";

    public SchemaNode Item => item;

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is not ConfigObject members)
        {
            RejectKind(node, path, issues);
            return;
        }

        foreach (var property in members.Properties)
        {
            if (acceptsKey is not null && !acceptsKey(property.Name))
            {
                issues.Error(path, property.Value, $"Invalid key in record: \"{property.Name}\"", keyFix);
            }

            item.Check(property.Value, Join(path, property.Name), issues);
        }
    }
}
