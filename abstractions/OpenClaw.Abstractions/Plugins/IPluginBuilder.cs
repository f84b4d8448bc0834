using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Hooks;
using OpenClaw.Surfaces;
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

    /// <summary>Offers an HTTP route on the gateway's port.</summary>
    /// <param name="route">Where it is and who may call it. Its path is claimed by this plugin.</param>
    /// <param name="handler">
    /// Answers one request; gets the plugin's services. Called concurrently. The context is the plugin's own: it holds the request
    /// and takes the answer, ends with the call, and knows nothing else of the gateway. <c>RequestAborted</c> ends with the caller,
    /// the route's time or the plugin. An exception is answered with 500.
    /// </param>
    /// <exception cref="PluginRegistrationException">The route is malformed, reserved or already added.</exception>
    IPluginBuilder AddRoute(PluginRoute route, Func<IServiceProvider, HttpContext, Task> handler) => throw Unknown("HTTP routes");

    /// <summary>Offers a method of the gateway protocol.</summary>
    /// <param name="method">Its name and what a caller needs. The name is claimed by this plugin.</param>
    /// <param name="handler">
    /// Answers one call; gets the plugin's services. Called concurrently. The answer may have 1 MiB. Throw
    /// <see cref="PluginMethodException"/> for errors the caller shall understand.
    /// </param>
    /// <exception cref="PluginRegistrationException">The name is malformed, the gateway's own or already added.</exception>
    IPluginBuilder AddMethod(PluginMethod method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> handler) =>
        throw Unknown("methods");

    /// <summary>Offers a command of the command line, which the manifest declares under <c>offers.commands</c>.</summary>
    /// <param name="command">Its name. It is claimed by this plugin.</param>
    /// <param name="handler">Carries it out inside the gateway; gets the plugin's services. Called concurrently.</param>
    /// <exception cref="PluginRegistrationException">The name is malformed, not declared, the gateway's own or already added.</exception>
    IPluginBuilder AddCommand(PluginCommand command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> handler) =>
        throw Unknown("commands");

    /// <summary>Adds a hook that is created by the plugin's container as a singleton.</summary>
    /// <typeparam name="THook">Implements at least one of the interfaces that derive from <see cref="IPluginHook"/>; must be safe for concurrent calls.</typeparam>
    /// <param name="settings">When it is asked, and for how long.</param>
    /// <exception cref="PluginRegistrationException">It implements none, or its time is out of range.</exception>
    IPluginBuilder AddHook<THook>(HookSettings? settings = null)
        where THook : class, IPluginHook => throw Unknown("hooks");

    /// <summary>The short form: adds every public, non-abstract <see cref="ITool"/>, <see cref="IAgentProvider"/> and
    /// <see cref="IPluginService"/> of the entry assembly. Channels need a descriptor and are added by hand.</summary>
    IPluginBuilder AddFromAssembly();

    private static PluginRegistrationException Unknown(string what) =>
        new($"This gateway is older than the plugin and takes no {what} from it. Update the gateway.");
}
