namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>session.operation</c>.</summary>
public sealed record SessionOperationEvent
{
    /// <summary>Names the operation in both events.</summary>
    public required string OperationId { get; init; }

    /// <summary>What is done, for example compact.</summary>
    public required string Operation { get; init; }

    /// <summary>start or end.</summary>
    public required string Phase { get; init; }

    /// <summary>The session.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>When it happened.</summary>
    public required long Ts { get; init; }

    /// <summary>At the end: whether anything was done.</summary>
    public bool? Completed { get; init; }

    /// <summary>Why not.</summary>
    public string? Reason { get; init; }
}
