namespace OpenClaw.Protocol.Connect;

/// <summary>What a client needs to address the main session.</summary>
public sealed record SessionDefaults
{
    /// <summary>The agent used when none is named.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>The short key of the main session.</summary>
    public required string MainKey { get; init; }

    /// <summary>The canonical key of the main session.</summary>
    public required string MainSessionKey { get; init; }

    /// <summary>per-sender or global.</summary>
    public string? Scope { get; init; }

    /// <summary>False when no model is set up yet.</summary>
    public bool? ModelConfigured { get; init; }

    /// <summary>Whether sessions belong to people.</summary>
    public string? Ownership { get; init; }

    /// <summary>True when a person has to choose an account first.</summary>
    public bool? SelectionRequired { get; init; }
}
