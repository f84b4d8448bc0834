using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>
/// One older or community spelling and the key it stands for. <paramref name="Convert"/> changes the value's form and
/// returns null for a value that is not this alias at all (the same key can exist in both spellings).
/// No target means that the key is dropped.
/// </summary>
internal sealed record AliasRule(string From, string[] To, Func<ConfigNode, ConfigNode?>? Convert = null)
{
    public AliasRule(string from, string to, Func<ConfigNode, ConfigNode?>? convert = null)
        : this(from, [to], convert)
    {
    }
}
