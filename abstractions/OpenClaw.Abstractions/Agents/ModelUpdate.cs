namespace OpenClaw.Agents;

/// <summary>Something a model said or did. A closed family: <see cref="TextDelta"/>, <see cref="ThinkingDelta"/>,
/// <see cref="ToolCallRequested"/>, <see cref="UsageReported"/> and <see cref="ModelStopped"/>.</summary>
public abstract record ModelUpdate
{
    private protected ModelUpdate()
    {
    }
}
