namespace OpenClaw.Agents;

/// <summary>Whether a model must call a tool.</summary>
public sealed record ToolChoice
{
    private ToolChoice(ToolChoiceMode mode, string? toolName = null)
    {
        Mode = mode;
        ToolName = toolName;
    }

    /// <summary>The model decides.</summary>
    public static ToolChoice Auto { get; } = new(ToolChoiceMode.Auto);

    /// <summary>No tool may be called.</summary>
    public static ToolChoice None { get; } = new(ToolChoiceMode.None);

    /// <summary>Some tool must be called.</summary>
    public static ToolChoice Required { get; } = new(ToolChoiceMode.Required);

    /// <summary>The rule.</summary>
    public ToolChoiceMode Mode { get; }

    /// <summary>The tool's name where <see cref="Mode"/> is <see cref="ToolChoiceMode.Named"/>.</summary>
    public string? ToolName { get; }

    /// <summary>One certain tool must be called.</summary>
    /// <param name="toolName">Its name.</param>
    public static ToolChoice Named(string toolName)
    {
        ArgumentException.ThrowIfNullOrEmpty(toolName);
        return new ToolChoice(ToolChoiceMode.Named, toolName);
    }
}
