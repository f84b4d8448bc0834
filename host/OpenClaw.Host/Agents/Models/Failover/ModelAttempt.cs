using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>A model to be asked, with one of the keys of its provider.</summary>
/// <param name="Model">The model.</param>
/// <param name="Credential">The key; null where the provider has only one or none.</param>
internal sealed record ModelAttempt(ModelReference Model, ProviderCredential? Credential);
