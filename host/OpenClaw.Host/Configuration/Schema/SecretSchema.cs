using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Schema;

/// <summary>A credential: text, or a reference to an environment variable.</summary>
internal sealed class SecretSchema : SchemaNode
{
    public override string Expected => "string";

    public override void Check(ConfigNode node, string path, IssueList issues)
    {
        if (node is ConfigString)
        {
            return;
        }

        if (node is not ConfigObject reference)
        {
            RejectKind(node, path, issues);
        }
        else if (reference["source"] is not ConfigString { Value: "env" })
        {
            issues.Error(path, node, "Invalid input: only references with source \"env\" can be resolved",
                "Write { source: \"env\", id: \"NAME\" }, \"${NAME}\", or the value itself.");
        }
        else if (reference["id"] is not ConfigString { Value: var id } || !EnvironmentNames.IsValid(id))
        {
            issues.Error(path, node, "Invalid input: the reference has no valid id", "Give id the name of a variable, such as \"OPENAI_API_KEY\".");
        }
    }
}
