using OpenClaw.Plugins;

namespace OpenClaw.Agents.Ollama;

/// <summary>Serves every entry of <c>models.providers</c> whose api is <c>ollama</c>.</summary>
public sealed class OllamaPlugin : IPlugin
{
    /// <summary>The wire format served here.</summary>
    public const string Api = "ollama";

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var scope = builder.Scope;
        builder.AddAgentProvider(Api, (_, settings) => new OllamaProvider(scope, settings));
    }
}
