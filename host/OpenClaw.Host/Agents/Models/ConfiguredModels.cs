using OpenClaw.Agents;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Turns models named in configuration into the form of the contract.</summary>
internal static class ConfiguredModels
{
    public static ModelInfo Of(ModelDefinition model) => new()
    {
        Id = model.Id,
        Name = model.Name,
        ContextWindow = model.ContextTokens ?? model.ContextWindow,
        MaxOutputTokens = model.MaxTokens,
        Reasoning = model.Reasoning,
        AcceptsImages = model.Input.Contains("image"),
    };
}
