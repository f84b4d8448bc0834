using OpenClaw.Plugins;

namespace OpenClaw.Agents.OpenAI;

/// <summary>Serves every entry of <c>models.providers</c> whose api is <c>openai-completions</c>.</summary>
public sealed class OpenAiPlugin : IPlugin
{
    /// <summary>The wire format served here.</summary>
    public const string Api = "openai-completions";

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var scope = builder.Scope;
        builder.AddAgentProvider(Api, (_, settings) => new CompletionsProvider(scope, settings));
    }
}
