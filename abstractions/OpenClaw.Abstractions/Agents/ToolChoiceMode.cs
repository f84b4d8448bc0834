namespace OpenClaw.Agents;

/// <summary>The rules a <see cref="ToolChoice"/> can state.</summary>
public enum ToolChoiceMode
{
    /// <summary>The model decides.</summary>
    Auto = 0,

    /// <summary>No tool may be called.</summary>
    None = 1,

    /// <summary>Some tool must be called.</summary>
    Required = 2,

    /// <summary>The named tool must be called.</summary>
    Named = 3,
}
