namespace OpenClaw.Protocol.Nodes;

/// <summary>How busy the machine of a node is.</summary>
public sealed record NodeHostStats
{
    /// <summary>Processors.</summary>
    public double? CpuCount { get; init; }

    /// <summary>Load over one, five and fifteen minutes.</summary>
    public IReadOnlyList<double>? LoadAverage { get; init; }

    /// <summary>Memory there is.</summary>
    public double? MemoryTotalBytes { get; init; }

    /// <summary>Memory that is free.</summary>
    public double? MemoryFreeBytes { get; init; }

    /// <summary>When this was told.</summary>
    public long? UpdatedAtMs { get; init; }
}
