namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary>One of several keys of a provider.</summary>
/// <param name="Name">How the configuration calls it; nothing secret.</param>
/// <param name="ApiKey">The key.</param>
internal sealed record ProviderCredential(string Name, Secret ApiKey)
{
    /// <summary>The key that stands with the provider itself.</summary>
    public const string Own = "default";

    public override string ToString() => Name;
}
