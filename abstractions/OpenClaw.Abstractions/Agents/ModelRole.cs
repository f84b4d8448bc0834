namespace OpenClaw.Agents;

/// <summary>Whose message it is.</summary>
public enum ModelRole
{
    /// <summary>The person, or what stands for one.</summary>
    User = 0,

    /// <summary>The model.</summary>
    Assistant = 1,

    /// <summary>Tools; the parts are <see cref="OpenClaw.Content.ToolResultPart"/>.</summary>
    Tool = 2,
}
