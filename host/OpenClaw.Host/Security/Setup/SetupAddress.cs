using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Security.Setup;

/// <summary>Finds the address under which a new device can reach this gateway.</summary>
internal static class SetupAddress
{
    /// <exception cref="RpcException">The given address is none, or nobody but this machine can reach the gateway.</exception>
    public static (string Url, string Source) Choose(GatewayConfig gateway, string? publicUrl, bool preferRemote)
    {
        if (publicUrl is not null)
        {
            return (Check(publicUrl), "request.publicUrl");
        }

        if (preferRemote && gateway.Remote.Url is { } remote)
        {
            return (Check(remote), "gateway.remote.url");
        }

        var host = gateway.Bind switch
        {
            BindMode.Custom => gateway.CustomBindHost,
            BindMode.Lan or BindMode.Auto => FirstAddress(_ => true),
            BindMode.Tailnet => FirstAddress(IsTailnet),
            _ => null,
        };
        return host is null
            ? throw RpcException.InvalidRequest(
                "no address leads to this gateway from another machine: pass publicUrl, or set gateway.bind to lan, tailnet or custom")
            : (new UriBuilder(gateway.Tls.Enabled ? "wss" : "ws", host, gateway.Port).Uri.AbsoluteUri.TrimEnd('/'),
                $"gateway.bind={gateway.Bind.ToString().ToLowerInvariant()}");
    }

    private static string Check(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme is "ws" or "wss" or "http" or "https") && parsed.UserInfo.Length == 0
            ? url.TrimEnd('/')
            : throw RpcException.InvalidRequest("publicUrl must be an absolute address such as wss://gateway.example:18789, without credentials");

    private static string? FirstAddress(Func<IPAddress, bool> fits) => NetworkInterface.GetAllNetworkInterfaces()
        .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(card => card.GetIPProperties().UnicastAddresses)
        .Select(entry => entry.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address) && fits(address))
        ?.ToString();

    private static bool IsTailnet(IPAddress address) => new IPNetwork(IPAddress.Parse("100.64.0.0"), 10).Contains(address);
}
