using System.Net;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Start;

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Who can reach the port, and whether that is safe.</summary>
internal sealed class GatewayBindCheck() : DoctorCheck("gateway/bind")
{
    private const string Key = "gateway.bind";

    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        if (context.Config.Config?.Gateway is not { ListenTcp: true } gateway || gateway.Mode == GatewayMode.Remote)
            yield break;
        var addresses = BindAddresses.Resolve(gateway);
        var isOpen = addresses.Any(static address => !IPAddress.IsLoopback(address));
        if (gateway.Bind is BindMode.Lan or BindMode.Tailnet or BindMode.Custom && isOpen && !GatewaySecret.IsUsable(gateway.Auth))
        {
            yield return DoctorFinding.Error("the port would be open to other machines without a secret, so no gateway starts") with
            {
                Path = Key,
                Requirement = "loopback, or a usable secret",
                FixHint = "Set gateway.auth.token, or gateway.bind to loopback.",
            };
        }

        if (gateway.Bind == BindMode.Tailnet && !isOpen)
            yield return DoctorFinding.Warning("this machine has no address of a tailnet now, so the gateway is reached from here only") with { Path = Key, FixHint = "Start Tailscale." };
        if (isOpen && !gateway.Tls.Enabled && gateway.Bind is BindMode.Lan or BindMode.Custom)
            yield return DoctorFinding.Info("other machines reach the gateway without encryption") with { Path = Key, FixHint = "Set gateway.tls.enabled, or put a proxy with TLS in front." };
    }
}
