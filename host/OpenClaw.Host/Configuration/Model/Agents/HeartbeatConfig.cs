namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>heartbeat</c>: turns that an agent has from time to time without being asked.</summary>
internal sealed record HeartbeatConfig
{
    public const string ToOwner = "owner";
    public const string ToLast = "last";
    public const string ToNobody = "none";

    private const string Standard =
        "This is a heartbeat: nobody wrote to you. Where HEARTBEAT.md is in your workspace, do what it asks for now and nothing from earlier "
        + "conversations. If nothing needs attention, answer HEARTBEAT_OK.";

    /// <summary>Zero for never.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(30);

    public string Prompt { get; init; } = Standard;

    /// <summary><c>owner</c>, <c>last</c>, <c>none</c> or a channel.</summary>
    public string Target { get; init; } = ToOwner;

    public string? To { get; init; }

    public string? AccountId { get; init; }

    /// <summary>The session of the turns; null for the agent's main one.</summary>
    public string? Session { get; init; }

    public string? Model { get; init; }

    public HeartbeatHours? ActiveHours { get; init; }

    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the turn is told only of HEARTBEAT.md.</summary>
    public bool LightContext { get; init; }

    /// <summary>Whether every turn has a conversation of its own.</summary>
    public bool IsolatedSession { get; init; }

    /// <summary>Whether nothing is delivered to direct chats.</summary>
    public bool BlocksDirect { get; init; }

    /// <summary>What an answer may say beside the token and still be silent.</summary>
    public int AckMaxChars { get; init; } = 300;

    public bool IsOn => Every > TimeSpan.Zero;
}
