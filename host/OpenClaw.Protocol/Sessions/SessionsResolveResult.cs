namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.resolve</c>.</summary>
public sealed record SessionsResolveResult
{
    /// <summary>False when there is no such session.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public string? Key { get; init; }

    /// <summary>Its agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>Name to show.</summary>
    public string? DisplayName { get; init; }
}
