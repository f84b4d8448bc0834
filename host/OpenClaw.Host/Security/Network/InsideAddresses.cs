using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Host.Security.Network;

/// <summary>Addresses that lead into somebody's own network, to the machine itself, to a cloud's metadata, or nowhere.</summary>
internal static class InsideAddresses
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001::/32", "2001:db8::/32", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(static text => IPNetwork.Parse(text)),
    ];

    public static bool Contains(IPAddress address) => Array.Exists(Networks, network => network.Contains(Plain(address)));

    // Several forms of IPv6 carry an address of IPv4 that is reached in the end.
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes switch
        {
            [0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, ..] => new IPAddress(bytes.AsSpan(12)),
            [0x20, 0x02, ..] => new IPAddress(bytes.AsSpan(2, 4)),
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ..] when bytes[12] != 0 => new IPAddress(bytes.AsSpan(12)),
            _ => address,
        };
    }
}
