using System.Text;
using System.Text.Json;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>Makes copies of a document that may leave the process. Sent back in a write, the placeholder means "keep it".</summary>
internal static class ConfigRedactor
{
    public const string Placeholder = "__OPENCLAW_REDACTED__";

    public static ConfigObject Redact(ConfigObject document)
    {
        var replacements = SecretFinder.Find(document).ToDictionary(static found => found.Node, static found => found.Replacement);
        return (ConfigObject)Copy(document, replacements);
    }

    /// <summary>The text with each secret's own stretch replaced, so that comments and layout stay.</summary>
    public static string RedactText(string text, ConfigObject parsed)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var found in SecretFinder.Find(parsed).OrderBy(static found => found.Node.Span.Start))
        {
            var span = found.Node.Span;
            result.Append(text, at, span.Start - at).Append('"').Append(JsonEncodedText.Encode(found.Replacement)).Append('"');
            at = span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static ConfigNode Copy(ConfigNode node, Dictionary<ConfigNode, string> replacements) => node switch
    {
        _ when replacements.TryGetValue(node, out var replacement) => new ConfigString(replacement, node.Span),
        ConfigObject members => new ConfigObject(members.Properties.Select(property => property with { Value = Copy(property.Value, replacements) }), node.Span),
        ConfigArray array => new ConfigArray(array.Items.Select(item => Copy(item, replacements)), node.Span),
        _ => node,
    };
}
