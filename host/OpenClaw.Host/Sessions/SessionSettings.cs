namespace OpenClaw.Host.Sessions;

/// <summary>What a person chose for a session. Survives a reset. Stored as JSON: members may be added, never renamed.</summary>
internal sealed record SessionSettings
{
    public static SessionSettings None { get; } = new();

    /// <summary>Chosen together with <see cref="Model"/>.</summary>
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? ThinkingLevel { get; init; }

    /// <summary>What messages do that come while the session is busy; null leaves it to the configuration.</summary>
    public string? QueueMode { get; init; }

    public string? AutoLabel { get; init; }

    public string? Icon { get; init; }

    public string? Color { get; init; }

    public string? BoardFace { get; init; }

    public string? BoardPresentation { get; init; }

    public string? StatusNote { get; init; }

    public string? Attention { get; init; }

    /// <summary>When the note and the call for a look lose their meaning.</summary>
    public long? AttentionUntil { get; init; }

    public string? VerboseLevel { get; init; }

    public string? TraceLevel { get; init; }

    public string? ReasoningLevel { get; init; }

    /// <summary>What is added to answers in a chat: <c>off</c>, <c>tokens</c> or <c>full</c>.</summary>
    public string? ResponseUsage { get; init; }

    /// <summary>One of <see cref="SendPolicies"/>; null leaves it to the configuration.</summary>
    public string? SendPolicy { get; init; }

    /// <summary>When a group is answered: on <c>mention</c>, or <c>always</c>; null leaves it to the configuration.</summary>
    public string? GroupActivation { get; init; }

    public long? SpawnDepth { get; init; }
}
