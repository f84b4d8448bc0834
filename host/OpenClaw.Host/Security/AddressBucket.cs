using System.Net;
using System.Net.Sockets;

namespace OpenClaw.Host.Security;

/// <summary>Names the party behind an address: one IPv4 address, or the /64 that one IPv6 customer is given.</summary>
internal static class AddressBucket
{
    public const string Unknown = "unknown";

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return Unknown;
        }

        var plain = Normalize(address);
        return plain.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(plain)
            ? $"{Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8))}::/64"
            : plain.ToString();
    }

    /// <summary>The address without the disguise of an IPv4-mapped one.</summary>
    public static IPAddress Normalize(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
