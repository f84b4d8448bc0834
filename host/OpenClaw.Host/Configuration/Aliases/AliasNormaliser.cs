using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>Brings a document to the current spelling, so that everything after it knows one set of keys only.</summary>
internal static class AliasNormaliser
{
    /// <summary>The fix of every warning about an old spelling.</summary>
    public const string Hint = "Run \"openclaw doctor --fix\" to rewrite it.";

    public static void Apply(ConfigObject root, IssueList issues)
    {
        AgentRoster.Normalise(root, issues);
        BindAddress.Normalise(root, issues);
        FlatEnvironment.Normalise(root, issues);
        foreach (var rule in AliasTable.Rules)
        {
            Apply(root, rule, issues);
        }
    }

    /// <summary>Moves one value, or reports that both spellings exist and disagree.</summary>
    public static void Move(ConfigObject root, string from, ConfigNode value, string to, IssueList issues)
    {
        if (root.Find(to) is { } existing)
        {
            if (!existing.ContentEquals(value))
            {
                issues.Error(from, value, $"{from} and {to} are both set and differ", $"Keep {to} and remove {from}.");
            }
        }
        else if (!root.TrySet(to, value))
        {
            issues.Error(from, value, $"{from} stands for {to}, but a parent of {to} is not an object", $"Write {to} instead.");
        }
        else
        {
            issues.Warn(from, value, $"{from} is accepted as {to}", Hint);
        }
    }

    private static void Apply(ConfigObject root, AliasRule rule, IssueList issues)
    {
        if (root.Find(rule.From) is not { } found)
        {
            return;
        }

        var value = rule.Convert is null ? found : rule.Convert(found);
        if (value is null)
        {
            return;
        }

        root.RemoveAt(rule.From);
        if (rule.To.Length == 0)
        {
            issues.Warn(rule.From, found, $"{rule.From} has no effect and is ignored", Hint);
        }

        foreach (var target in value is ConfigNull && found is ConfigBoolean ? [] : rule.To)
        {
            Move(root, rule.From, value, target, issues);
        }
    }
}
