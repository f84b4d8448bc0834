using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Tools;

namespace OpenClaw.Plugins;

/// <summary>Collects what a plugin offers to the host. Not thread-safe; lives for the duration of <see cref="IPlugin.Configure"/>.</summary>
/// <remarks>Later versions of this contract add members with a default body only, so a plugin built today keeps loading.</remarks>
public interface IPluginBuilder
{
    /// <summary>The scope the plugin lives in. The same instance is a singleton in <see cref="Services"/>.</summary>
    IPluginScope Scope { get; }

    /// <summary>
    /// The plugin's own container. It starts with <see cref="IPluginScope"/>, <see cref="TimeProvider"/> and logging; the host's
    /// container is never visible. Singletons are disposed when the plugin stops.
    /// </summary>
    IServiceCollection Services { get; }

    /// <summary>Offers a channel. The host calls the factory once for each configured account.</summary>
    /// <param name="descriptor">What the channel is called and can do. Its id is claimed by this plugin.</param>
    /// <param name="factory">Creates the channel of one account from the plugin's services.</param>
    /// <exception cref="PluginRegistrationException">The id is malformed or was already added.</exception>
    IPluginBuilder AddChannel(ChannelDescriptor descriptor, Func<IServiceProvider, ChannelAccount, IChannel> factory);

    /// <summary>Offers a tool that is created by the plugin's container as a singleton.</summary>
    /// <typeparam name="TTool">The tool; must be safe for concurrent invocations.</typeparam>
    IPluginBuilder AddTool<TTool>()
        where TTool : class, ITool;

    /// <summary>Offers a ready tool, for example one made by <see cref="Tool.Create"/>.</summary>
    /// <param name="tool">The tool; must be safe for concurrent invocations.</param>
    IPluginBuilder AddTool(ITool tool);

    /// <summary>Offers a model provider with a fixed id that needs no entry under <c>models.providers</c>.</summary>
    /// <typeparam name="TProvider">The provider; must be safe for concurrent calls.</typeparam>
    IPluginBuilder AddAgentProvider<TProvider>()
        where TProvider : class, IAgentProvider;

    /// <summary>
    /// Offers a wire format for model providers. The host calls the factory once for each entry under <c>models.providers</c>
    /// whose <c>api</c> is <paramref name="api"/>, and disposes the provider, where it can be disposed, when the entry changes or goes.
    /// </summary>
    /// <param name="api">The value of <c>models.providers.&lt;id&gt;.api</c> served here, for example <c>openai-completions</c>.</param>
    /// <param name="factory">Creates the provider of one entry; its <see cref="IAgentProvider.Id"/> must be the entry's id.</param>
    /// <exception cref="PluginRegistrationException">The api was already added.</exception>
    IPluginBuilder AddAgentProvider(string api, Func<IServiceProvider, AgentProviderSettings, IAgentProvider> factory);

    /// <summary>Adds a service that the host starts after every registration is in place and stops before the plugin unloads.</summary>
    /// <typeparam name="TService">The service, created by the plugin's container as a singleton.</typeparam>
    IPluginBuilder AddBackgroundService<TService>()
        where TService : class, IPluginService;

    /// <summary>The short form: adds every public, non-abstract <see cref="ITool"/>, <see cref="IAgentProvider"/> and
    /// <see cref="IPluginService"/> of the entry assembly. Channels need a descriptor and are added by hand.</summary>
    IPluginBuilder AddFromAssembly();
}
