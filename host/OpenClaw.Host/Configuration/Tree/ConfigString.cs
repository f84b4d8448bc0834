namespace OpenClaw.Host.Configuration.Tree;

internal sealed class ConfigString(string value, SourceSpan span = default, string? missingVariable = null) : ConfigNode(span)
{
    public string Value => value;

    /// <summary>The first environment variable the text refers to that has no value; null when the text is complete.</summary>
    public string? MissingVariable => missingVariable;

    public override string Kind => "string";

    public override ConfigNode Clone() => this;

    public override bool ContentEquals(ConfigNode? other) => other is ConfigString same && same.Value == value;
}
