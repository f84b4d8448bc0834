using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>Makes the secrets of a configuration known to the log's redaction.</summary>
internal static class SecretRegistration
{
    /// <summary>
    /// Called with the document before anything else sees it. Values still behind a placeholder are not secrets, and header
    /// values that are ordinary words (<c>application/json</c>) would blank out ordinary text.
    /// </summary>
    public static void Register(ISecretRegistry registry, ConfigObject? document, OpenClawConfig config)
    {
        foreach (var found in document is null ? [] : SecretFinder.Find(document))
        {
            if (found.Node is not ConfigString { MissingVariable: not null } && SecretKeys.IsCredential(found.Path))
            {
                registry.Register(found.Secret);
            }
        }

        var auth = config.Gateway.Auth;
        Model.Secret?[] resolved =
        [
            auth.Token, auth.Password, config.Gateway.Remote.Token, config.Gateway.Remote.Password,
            .. config.Models.Providers.Values.Select(static provider => provider.ApiKey),
        ];
        foreach (var secret in resolved)
        {
            registry.Register(secret is { IsAvailable: true } ? secret.Reveal() : null);
        }
    }
}
