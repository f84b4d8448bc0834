namespace OpenClaw.Protocol.Config;

/// <summary>How a configuration change was written.</summary>
public sealed record ConfigSentinelStats
{
    /// <summary>The method.</summary>
    public required string Mode { get; init; }

    /// <summary>The file.</summary>
    public required string Root { get; init; }

    /// <summary>Whether the gateway starts again for it.</summary>
    public required bool RequiresRestart { get; init; }
}
