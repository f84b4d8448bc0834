using System.Net;

namespace OpenClaw.Host.Security;

/// <summary>A list of addresses and CIDR ranges. Entries that are neither match nothing.</summary>
internal sealed class AddressRanges
{
    private readonly IPNetwork[] _networks;

    public AddressRanges(IEnumerable<string> entries) =>
        _networks = [.. entries.Select(Parse).OfType<IPNetwork>()];

    public bool Contains(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        var plain = AddressBucket.Normalize(address);
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    private static IPNetwork? Parse(string entry)
    {
        if (IPAddress.TryParse(entry, out var single))
        {
            var plain = AddressBucket.Normalize(single);
            return new IPNetwork(plain, plain.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(entry, out var network) ? network : null;
    }
}
