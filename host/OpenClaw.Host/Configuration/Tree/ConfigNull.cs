namespace OpenClaw.Host.Configuration.Tree;

internal sealed class ConfigNull(SourceSpan span = default) : ConfigNode(span)
{
    public override string Kind => "null";

    public override ConfigNode Clone() => this;

    public override bool ContentEquals(ConfigNode? other) => other is ConfigNull;
}
