namespace OpenClaw.Agents;

/// <summary>Why an answer ended.</summary>
public enum ModelStopReason
{
    /// <summary>The model was done.</summary>
    Completed = 0,

    /// <summary>The model waits for tool results.</summary>
    ToolCalls = 1,

    /// <summary>The answer reached its token limit.</summary>
    MaxTokens = 2,

    /// <summary>The model or the far end declined to answer.</summary>
    Refused = 3,
}
