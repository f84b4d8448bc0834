namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>A disk in the answer of <c>system.info</c>.</summary>
internal sealed record SystemInfoDisk(string Path, long TotalBytes, long AvailableBytes);
