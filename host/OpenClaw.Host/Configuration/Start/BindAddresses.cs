using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Configuration.Start;

/// <summary>The addresses behind <c>gateway.bind</c>.</summary>
internal static class BindAddresses
{
    private static readonly IPNetwork TailnetRange = IPNetwork.Parse("100.64.0.0/10");

    public static IReadOnlyList<IPAddress> Resolve(GatewayConfig gateway) => gateway.Bind switch
    {
        _ when !gateway.ListenTcp => [],
        BindMode.Lan => Everywhere(),
        BindMode.Auto when GatewaySecret.IsUsable(gateway.Auth) => Everywhere(),
        BindMode.Custom when IPAddress.TryParse(gateway.CustomBindHost, out var address) => [address],
        BindMode.Tailnet => [.. TailnetAddresses(), .. Loopback()],
        _ => Loopback(),
    };

    // Without IPv6 in the kernel, listening on its addresses fails.
    private static IReadOnlyList<IPAddress> Loopback() =>
        Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];

    private static IReadOnlyList<IPAddress> Everywhere() => Socket.OSSupportsIPv6 ? [IPAddress.IPv6Any] : [IPAddress.Any];

    private static IEnumerable<IPAddress> TailnetAddresses() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(static card => card.OperationalStatus == OperationalStatus.Up)
            .SelectMany(static card => card.GetIPProperties().UnicastAddresses)
            .Select(static unicast => unicast.Address)
            .Where(static address => address.AddressFamily == AddressFamily.InterNetwork && TailnetRange.Contains(address));
}
