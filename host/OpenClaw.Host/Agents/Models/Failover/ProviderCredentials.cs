using System.Collections.Concurrent;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>The keys of providers in the order in which they are tried: the configured one, else what worked last goes first.</summary>
internal sealed class ProviderCredentials(IConfigSource configuration)
{
    private static readonly IReadOnlyList<ProviderCredential?> OnlyOne = [null];

    // One entry for each provider with several keys.
    private readonly ConcurrentDictionary<string, string> _lastGood = new(StringComparer.Ordinal);

    public IReadOnlyList<ProviderCredential?> Of(string provider)
    {
        if (!configuration.Current.Models.Providers.TryGetValue(provider, out var entry) || entry.Credentials.Count == 0)
            return OnlyOne;
        return entry.IsOrderChosen || !_lastGood.TryGetValue(provider, out var good)
            ? entry.Credentials
            : [.. entry.Credentials.OrderByDescending(credential => credential.Name == good)];
    }

    public void Succeeded(string provider, ProviderCredential? credential)
    {
        if (credential is not null)
            _lastGood[provider] = credential.Name;
    }
}
