namespace OpenClaw.Identity;

/// <summary>Names one account of a channel (one bot, one phone number). The account of a channel with a single one is <c>default</c>.</summary>
/// <param name="Value">The id as it appears in configuration and on the wire.</param>
public readonly record struct AccountId(string Value)
{
    /// <summary>The account used where configuration names none.</summary>
    public static AccountId Default { get; } = new("default");

    /// <summary>Returns the id itself.</summary>
    public override string ToString() => Value;
}
