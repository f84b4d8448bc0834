namespace OpenClaw.Host.Configuration.Tree;

/// <summary>
/// A value of a configuration document that remembers where it stood, so that a finding names its line and a writer can
/// replace just its text. Closed: only the kinds of this folder exist.
/// </summary>
internal abstract class ConfigNode
{
    private protected ConfigNode(SourceSpan span) => Span = span;

    /// <summary>Where the value stood in the file; empty for a value that a default or an alias supplied.</summary>
    public SourceSpan Span { get; }

    /// <summary>The name of this kind in findings: object, array, string, number, boolean, null.</summary>
    public abstract string Kind { get; }

    public abstract ConfigNode Clone();

    /// <summary>Equality of content; positions and the order of keys do not count.</summary>
    public abstract bool ContentEquals(ConfigNode? other);
}
