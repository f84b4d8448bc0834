using OpenClaw.Plugins;

namespace OpenClaw.Agents.Anthropic;

/// <summary>Serves every entry of <c>models.providers</c> whose api is <c>anthropic-messages</c>.</summary>
public sealed class AnthropicPlugin : IPlugin
{
    /// <summary>The wire format served here.</summary>
    public const string Api = "anthropic-messages";

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var scope = builder.Scope;
        builder.AddAgentProvider(Api, (_, settings) => new MessagesProvider(scope, settings));
    }
}
