using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>Names what can pause. A provider that plugins bring without an entry has no credential, and never pauses.</summary>
internal sealed class CooldownKeys(IConfigSource configuration)
{
    private const int FingerprintLength = 8;

    /// <summary>The credential of a provider. Another key in the configuration is another credential, and starts afresh.</summary>
    public string? OfCredential(ModelReference model, ProviderCredential? credential)
    {
        if (!configuration.Current.Models.Providers.TryGetValue(model.Provider, out var entry))
            return null;
        var key = (credential?.ApiKey ?? entry.ApiKey) is { IsAvailable: true } secret ? secret.Reveal() : string.Empty;
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Id}\n{entry.BaseUrl}\n{key}")));
        return $"{entry.Id}#{fingerprint[..FingerprintLength]}";
    }

    /// <summary>One model under that credential.</summary>
    public string? OfModel(ModelReference model, ProviderCredential? credential) =>
        OfCredential(model, credential) is { } key ? $"{key}/{model.Model}" : null;
}
