using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Substitution;

/// <summary>
/// Fills <c>${NAME}</c> in string values. It works on the tree and not on the text, so that a value with quotes or braces
/// cannot change the shape of the document. A missing variable leaves the text and marks the value.
/// </summary>
internal sealed class EnvironmentSubstitution(Func<string, string?> variable, IssueList issues)
{
    public ConfigNode Apply(ConfigNode node, string path = "")
    {
        switch (node)
        {
            case ConfigObject members:
                foreach (var property in members.Properties.ToList())
                {
                    members.Set(property.Name, Apply(property.Value, SchemaNode.Join(path, property.Name)));
                }

                return members;
            case ConfigArray array:
                for (var i = 0; i < array.Items.Count; i++)
                {
                    array.Replace(i, Apply(array.Items[i], SchemaNode.Join(path, i.ToString())));
                }

                return array;
            case ConfigString text when text.Value.Contains("${", StringComparison.Ordinal):
                return Fill(text, path);
            default:
                return node;
        }
    }

    private ConfigString Fill(ConfigString text, string path)
    {
        var placeholders = PlaceholderText.Parse(text.Value);
        var missing = placeholders.Names.Where(name => string.IsNullOrEmpty(variable(name))).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in missing)
        {
            issues.Warn(path, text, $"Missing env var \"{name}\" - feature using this value will be unavailable",
                $"Set {name} in the environment of the gateway, or write the value here.");
        }

        return new ConfigString(placeholders.Fill(variable), text.Span, missing.FirstOrDefault());
    }
}
