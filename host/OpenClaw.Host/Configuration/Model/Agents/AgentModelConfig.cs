using System.Text.Json;

namespace OpenClaw.Host.Configuration.Model.Agents;

/// <summary><c>agents.defaults.models.&lt;provider/model&gt;</c>.</summary>
internal sealed record AgentModelConfig
{
    public string? Alias { get; init; }

    /// <summary>Passed to the provider as it is.</summary>
    public JsonElement? Params { get; init; }
}
