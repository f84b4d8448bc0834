using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>Answer of <c>system.info</c>: the machine the gateway runs on.</summary>
internal sealed record SystemInfoResult
{
    public required string MachineName { get; init; }

    public required string Hostname { get; init; }

    public required string Platform { get; init; }

    public required string Release { get; init; }

    public required string Arch { get; init; }

    public required string OsLabel { get; init; }

    public required int Port { get; init; }

    /// <summary>The runtime; clients only show it.</summary>
    public required string NodeVersion { get; init; }

    public required int Pid { get; init; }

    public required string ProcessInstanceId { get; init; }

    public required long UptimeMs { get; init; }

    public required int CpuCount { get; init; }

    public string? CpuModel { get; init; }

    public required IReadOnlyList<double> LoadAverage { get; init; }

    public required long MemoryTotalBytes { get; init; }

    public required long MemoryFreeBytes { get; init; }

    public required StatusMemory ProcessMemory { get; init; }

    public required IReadOnlyList<SystemInfoDisk> Disks { get; init; }

    public long? DiskTotalBytes { get; init; }

    public long? DiskAvailableBytes { get; init; }

    public required string DiskPath { get; init; }

    public required SystemInfoUtilityModel DefaultAgentUtilityModel { get; init; }
}
