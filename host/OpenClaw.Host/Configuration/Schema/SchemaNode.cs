using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>What a value at some key may look like. Closed: only the kinds of this folder exist.</summary>
internal abstract class SchemaNode
{
    private protected SchemaNode()
    {
    }

    /// <summary>The name used in <c>expected ..., received ...</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Adds a finding for everything below <paramref name="node"/> that does not fit.</summary>
    public abstract void Check(ConfigNode node, string path, IssueList issues);

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private protected void RejectKind(ConfigNode node, string path, IssueList issues) =>
        issues.Error(path, node, $"Invalid input: expected {Expected}, received {node.Kind}", $"Write {Article(Expected)} {Expected}.");

    private static string Article(string word) => word[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
}
