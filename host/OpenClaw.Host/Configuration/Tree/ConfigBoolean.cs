namespace OpenClaw.Host.Configuration.Tree;

internal sealed class ConfigBoolean(bool value, SourceSpan span = default) : ConfigNode(span)
{
    public bool Value => value;

    public override string Kind => "boolean";

    public override ConfigNode Clone() => this;

    public override bool ContentEquals(ConfigNode? other) => other is ConfigBoolean same && same.Value == value;
}
