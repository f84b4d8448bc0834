using System.Net.NetworkInformation;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Hosting;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether the port is free for the gateway, now and from the gateways of other profiles.</summary>
internal sealed class GatewayPortCheck() : DoctorCheck("gateway/port")
{
    // Ports beside the base are derived from it.
    private const int Distance = 120;

    private const string Key = "gateway.port";

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        if (context.Config.Config?.Gateway is not { ListenTcp: true } gateway || gateway.Mode == GatewayMode.Remote)
            return [];
        return Holder(gateway.Port, context).Concat(Neighbours(gateway.Port, context));
    }

    private static IEnumerable<DoctorFinding> Holder(int port, DoctorContext context)
    {
        if (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(end => end.Port != port))
            yield break;
        var holders = PortHolders.Find(port);
        if (context.IsGatewayRunning && (holders.Count == 0 || holders.Any(holder => holder.ProcessId == InstanceLock.ReadPid(context.Paths))))
            yield break;
        var who = holders.Count == 0 ? "a process that this user cannot see" : string.Join(", ", holders.Select(static holder => $"{holder.Name} (pid {holder.ProcessId})"));
        yield return DoctorFinding.Error($"port {port} is held by {who}, so the gateway cannot listen on it") with
        {
            Path = Key,
            FixHint = holders.Count == 0 ? $"To see who listens: {PortHolders.Hint(port)}" : "Stop it, or set another gateway.port.",
        };
    }

    private static IEnumerable<DoctorFinding> Neighbours(int port, DoctorContext context)
    {
        foreach (var folder in Directory.EnumerateDirectories(context.Paths.HomeDirectory, ".openclaw*"))
        {
            var file = Path.Combine(folder, "openclaw.json");
            if (folder == context.Paths.StateDirectory || file == context.Paths.ConfigFile || !File.Exists(file))
                continue;
            var name = Path.GetFileName(folder)[".openclaw".Length..].TrimStart('-');
            var paths = StatePathResolver.Resolve(variable => variable switch
            {
                "OPENCLAW_STATE_DIR" => folder,
                "HOME" => context.Paths.HomeDirectory,
                _ => null,
            });
            if (ConfigLoader.Load(paths, context.Variable).Config?.Gateway.Port is { } other && Math.Abs(other - port) < Distance)
            {
                yield return DoctorFinding.Warning($"the profile {(name.Length == 0 ? "default" : name)} uses port {other}, less than {Distance} from {port}") with
                {
                    Path = Key,
                    FixHint = $"Keep the ports of two gateways {Distance} apart.",
                };
            }
        }
    }
}
