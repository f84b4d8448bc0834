namespace OpenClaw.Host.Sessions.Maintenance;

/// <summary>What one pass is to do.</summary>
internal sealed record MaintenanceRequest
{
    /// <summary>Only looks and says what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Removes even where the configuration says that it is only warned.</summary>
    public bool Enforce { get; init; }

    /// <summary>A session that somebody looks at: it stays.</summary>
    public string? ActiveKey { get; init; }

    /// <summary>Only sessions of one agent.</summary>
    public string? AgentId { get; init; }
}
