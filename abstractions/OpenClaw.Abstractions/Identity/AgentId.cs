namespace OpenClaw.Identity;

/// <summary>Names one agent of the gateway, for example <c>main</c>. Lower case; compared ordinally.</summary>
/// <param name="Value">The id as it appears in configuration and on the wire.</param>
public readonly record struct AgentId(string Value)
{
    /// <summary>Returns the id itself.</summary>
    public override string ToString() => Value;
}
