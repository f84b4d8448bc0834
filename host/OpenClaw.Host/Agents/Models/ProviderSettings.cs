using System.Net;
using System.Net.Sockets;
using OpenClaw.Agents;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Turns an entry of <c>models.providers</c> into what the plugin gets.</summary>
internal static class ProviderSettings
{
    public static readonly TimeSpan PatienceWithClouds = TimeSpan.FromSeconds(120);

    /// <summary>A model at home may have to be read from a disk first.</summary>
    public static readonly TimeSpan PatienceWithOwnMachines = TimeSpan.FromSeconds(300);

    /// <exception cref="ModelException">The entry lacks what every provider needs.</exception>
    public static AgentProviderSettings Of(ModelProviderConfig entry)
    {
        if (!Uri.TryCreate(entry.BaseUrl, UriKind.Absolute, out var baseUrl))
        {
            throw new ModelException(
                ModelFailure.InvalidRequest,
                $"models.providers.{entry.Id}.baseUrl is \"{entry.BaseUrl}\"; give the address of the API, for example https://host/v1.");
        }

        var settings = new AgentProviderSettings
        {
            Id = entry.Id,
            BaseUrl = baseUrl,
            ApiKey = entry.ApiKey is { } key ? Reveal(entry, "apiKey", key) : null,
            Headers = entry.Headers.ToDictionary(
                static header => header.Key, header => Reveal(entry, $"headers.{header.Key}", header.Value), StringComparer.OrdinalIgnoreCase),
            Models = [.. entry.Models.Select(ConfiguredModels.Of)],
            Raw = entry.Raw,
        };
        var patience = entry.Timeout ?? (IsOwnMachine(baseUrl) ? PatienceWithOwnMachines : PatienceWithClouds);
        return settings with { FirstByteTimeout = patience, IdleTimeout = patience };
    }

    private static bool IsOwnMachine(Uri address)
    {
        if (address.IsLoopback || address.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            return false;
        return ip.AddressFamily == AddressFamily.InterNetworkV6
            ? ip.IsIPv6UniqueLocal || ip.IsIPv6LinkLocal
            : ip.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
    }

    private static string Reveal(ModelProviderConfig entry, string name, Secret secret) => secret.IsAvailable
        ? secret.Reveal()
        : throw new ModelException(
            ModelFailure.Authentication,
            $"models.providers.{entry.Id}.{name} needs the environment variable {secret.MissingVariable}, which is not set.");
}
