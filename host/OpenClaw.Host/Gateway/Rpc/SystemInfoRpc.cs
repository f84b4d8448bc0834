using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary><c>system.info</c>.</summary>
internal sealed class SystemInfoRpc(IConfigSource config, StatePaths paths, HostLifecycle lifecycle) : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SystemInfo,
        static () => ProtocolJsonContext.Default.EmptyParams,
        static () => GatewayJsonContext.Default.SystemInfoResult,
        (_, _, _) => ValueTask.FromResult(Describe()));

    private SystemInfoResult Describe()
    {
        using var process = Process.GetCurrentProcess();
        var disk = MachineFacts.DiskOf(paths.StateDirectory);
        var release = Environment.OSVersion.Version.ToString();
        return new SystemInfoResult
        {
            MachineName = Environment.MachineName,
            Hostname = Environment.MachineName,
            Platform = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux",
            Release = release,
            Arch = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            OsLabel = string.Create(
                CultureInfo.InvariantCulture, $"{(OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux")} {release}"),
            Port = config.Current.Gateway.Port,
            NodeVersion = RuntimeInformation.FrameworkDescription,
            Pid = Environment.ProcessId,
            ProcessInstanceId = lifecycle.BootId,
            UptimeMs = (long)lifecycle.Uptime.TotalMilliseconds,
            CpuCount = Environment.ProcessorCount,
            CpuModel = MachineFacts.CpuModel,
            LoadAverage = MachineFacts.LoadAverage,
            MemoryTotalBytes = MachineFacts.MemoryTotalBytes,
            MemoryFreeBytes = MachineFacts.MemoryFreeBytes,
            ProcessMemory = new StatusMemory
            {
                RssBytes = process.WorkingSet64,
                HeapUsedBytes = GC.GetTotalMemory(forceFullCollection: false),
                HeapTotalBytes = GC.GetGCMemoryInfo().TotalCommittedBytes,
            },
            Disks = disk is null ? [] : [disk],
            DiskTotalBytes = disk?.TotalBytes,
            DiskAvailableBytes = disk?.AvailableBytes,
            DiskPath = paths.StateDirectory,
            DefaultAgentUtilityModel = new SystemInfoUtilityModel("unavailable"),
        };
    }
}
