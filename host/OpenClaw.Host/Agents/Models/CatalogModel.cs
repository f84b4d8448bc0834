using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models;

/// <summary>A model with its provider.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Info">What is known of the model.</param>
/// <param name="Available">Whether a running plugin serves the provider.</param>
internal sealed record CatalogModel(string Provider, ModelInfo Info, bool Available);
