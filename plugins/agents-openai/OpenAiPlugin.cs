using OpenClaw.Agents.OpenAI.Responses;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.OpenAI;

/// <summary>Serves every entry of <c>models.providers</c> whose api is <c>openai-completions</c> or <c>openai-responses</c>.</summary>
public sealed class OpenAiPlugin : IPlugin
{
    /// <summary>The chat-completions format.</summary>
    public const string Api = "openai-completions";

    /// <summary>The Responses format.</summary>
    public const string ResponsesApi = "openai-responses";

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var scope = builder.Scope;
        builder.AddAgentProvider(Api, (_, settings) => new CompletionsProvider(scope, settings));
        builder.AddAgentProvider(ResponsesApi, (_, settings) => new ResponsesProvider(scope, settings));
    }
}
