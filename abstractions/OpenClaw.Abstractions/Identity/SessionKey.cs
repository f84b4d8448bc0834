namespace OpenClaw.Identity;

/// <summary>
/// The canonical key of a conversation, <c>agent:&lt;agentId&gt;:&lt;rest&gt;</c>, for example <c>agent:main:main</c>.
/// Plugins receive keys from the host and hand them back; they never build one.
/// </summary>
/// <param name="Value">The canonical key.</param>
public readonly record struct SessionKey(string Value)
{
    /// <summary>Returns the key itself.</summary>
    public override string ToString() => Value;
}
