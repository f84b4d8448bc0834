using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary><c>env.NAME</c>, which is now <c>env.vars.NAME</c>.</summary>
internal static class FlatEnvironment
{
    public static void Normalise(ConfigObject root, IssueList issues)
    {
        if (root["env"] is not ConfigObject env)
        {
            return;
        }

        foreach (var property in env.Properties.ToList())
        {
            if (property.Value is ConfigString && property.Name is not ("vars" or "shellEnv"))
            {
                env.Remove(property.Name);
                AliasNormaliser.Move(root, $"env.{property.Name}", property.Value, $"env.vars.{property.Name}", issues);
            }
        }
    }
}
