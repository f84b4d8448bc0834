namespace OpenClaw.Agents;

/// <summary>How much a model should think before it answers.</summary>
public enum ThinkingLevel
{
    /// <summary>Not at all.</summary>
    Off = 0,

    /// <summary>As little as the model can.</summary>
    Minimal = 1,

    /// <summary>A little.</summary>
    Low = 2,

    /// <summary>A fair amount.</summary>
    Medium = 3,

    /// <summary>A lot.</summary>
    High = 4,

    /// <summary>As much as the model can.</summary>
    Max = 5,
}
