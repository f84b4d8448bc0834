using OpenClaw.Agents;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Turns an entry of <c>models.providers</c> into what the plugin gets.</summary>
internal static class ProviderSettings
{
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
        return entry.Timeout is { } timeout ? settings with { FirstByteTimeout = timeout, IdleTimeout = timeout } : settings;
    }

    private static string Reveal(ModelProviderConfig entry, string name, Secret secret) => secret.IsAvailable
        ? secret.Reveal()
        : throw new ModelException(
            ModelFailure.Authentication,
            $"models.providers.{entry.Id}.{name} needs the environment variable {secret.MissingVariable}, which is not set.");
}
