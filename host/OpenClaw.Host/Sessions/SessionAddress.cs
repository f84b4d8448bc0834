using OpenClaw.Identity;

namespace OpenClaw.Host.Sessions;

/// <summary>A session key that was understood: canonical, with the agent it belongs to.</summary>
internal sealed record SessionAddress
{
    /// <summary>The canonical key, as events and tables carry it.</summary>
    public required string Key { get; init; }

    public required string AgentId { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>Whether this is the agent's main conversation.</summary>
    public bool IsMain { get; init; }

    public SessionKey SessionKey => new(Key);
}
