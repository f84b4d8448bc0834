namespace OpenClaw.Protocol.Events;

/// <summary>Values of <see cref="AgentEvent.Stream"/>.</summary>
public static class AgentStreams
{
    /// <summary>Steps before the model answers; <see cref="RunStatusData"/>.</summary>
    public const string RunStatus = "run_status";

    /// <summary>Begin, model and end; <see cref="LifecycleData"/> and <see cref="LifecycleModelData"/>.</summary>
    public const string Lifecycle = "lifecycle";

    /// <summary>Text; <see cref="AssistantData"/>.</summary>
    public const string Assistant = "assistant";

    /// <summary>Tokens; <see cref="UsageData"/>.</summary>
    public const string Usage = "usage";

    /// <summary>Steps to show; <see cref="ItemData"/>.</summary>
    public const string Item = "item";

    /// <summary>Tool calls, only for sockets that ask for them; <see cref="ToolData"/>.</summary>
    public const string Tool = "tool";

    /// <summary>Thoughts of the model.</summary>
    public const string Thinking = "thinking";
}
