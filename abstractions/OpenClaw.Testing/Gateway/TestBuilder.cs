using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Hooks;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;
using OpenClaw.Tools;

namespace OpenClaw.Testing.Gateway;

/// <summary>Collects what a plugin offers, and refuses what the gateway refuses.</summary>
internal sealed class TestBuilder : IPluginBuilder
{
    private readonly TestScope _scope;
    private readonly TestManifest _manifest;
    private readonly Assembly _assembly;
    private bool _sealed;

    public TestBuilder(TestScope scope, TestManifest manifest, Assembly assembly)
    {
        (_scope, _manifest, _assembly) = (scope, manifest, assembly);
        Surfaces = new TestSurfaces(manifest);
        Services.AddSingleton<IPluginScope>(scope);
        Services.AddSingleton(scope.Clock);
        Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        Services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
    }

    public IPluginScope Scope => _scope;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public TestSurfaces Surfaces { get; }

    public List<Func<IServiceProvider, ITool>> Tools { get; } = [];

    public List<Func<IServiceProvider, IAgentProvider>> Providers { get; } = [];

    public List<Func<IServiceProvider, IPluginService>> Background { get; } = [];

    public Dictionary<string, Func<IServiceProvider, AgentProviderSettings, IAgentProvider>> Apis { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (ChannelDescriptor Descriptor, Func<IServiceProvider, ChannelAccount, IChannel> Create)> Channels { get; } = new(StringComparer.Ordinal);

    public IPluginBuilder AddChannel(ChannelDescriptor descriptor, Func<IServiceProvider, ChannelAccount, IChannel> factory) => Accept("channel", () =>
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (!Channels.TryAdd(descriptor.Id, (descriptor, factory)))
            throw new PluginRegistrationException($"Channel '{descriptor.Id}' was already added. Add each channel once.");
    });

    public IPluginBuilder AddTool<TTool>()
        where TTool : class, ITool => Accept("tool", () => Add<TTool, ITool>(Tools));

    public IPluginBuilder AddTool(ITool tool) => Accept("tool", () => Tools.Add(_ => tool));

    public IPluginBuilder AddAgentProvider<TProvider>()
        where TProvider : class, IAgentProvider => Accept("agent-provider", () => Add<TProvider, IAgentProvider>(Providers));

    public IPluginBuilder AddAgentProvider(string api, Func<IServiceProvider, AgentProviderSettings, IAgentProvider> factory) => Accept("agent-provider", () =>
    {
        if (!Apis.TryAdd(api, factory))
            throw new PluginRegistrationException($"Provider api '{api}' was already added. Add each api once.");
    });

    public IPluginBuilder AddBackgroundService<TService>()
        where TService : class, IPluginService => Accept("service", () => Add<TService, IPluginService>(Background));

    public IPluginBuilder AddRoute(PluginRoute route, Func<IServiceProvider, HttpContext, Task> handler) => Accept("route", () => Surfaces.Add(route, handler));

    public IPluginBuilder AddMethod(PluginMethod method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> handler) =>
        Accept("method", () => Surfaces.Add(method, handler));

    public IPluginBuilder AddCommand(PluginCommand command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> handler) =>
        Accept("command", () => Surfaces.Add(command, handler));

    public IPluginBuilder AddHook<THook>(HookSettings? settings = null)
        where THook : class, IPluginHook => Accept("hook", () =>
    {
        Surfaces.AddHook(typeof(THook), static provider => provider.GetRequiredService<THook>(), settings ?? new HookSettings());
        Services.TryAddSingleton<THook>();
    });

    public IPluginBuilder AddFromAssembly()
    {
        foreach (var type in _assembly.GetExportedTypes().Where(static type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
        {
            if (Services.Any(service => service.ServiceType == type))
                continue;
            Scan("tool", type, Tools);
            Scan("agent-provider", type, Providers);
            Scan("service", type, Background);
        }

        return this;
    }

    public void Seal() => _sealed = true;

    private void Scan<T>(string kind, Type type, List<Func<IServiceProvider, T>> target)
        where T : class
    {
        if (!type.IsAssignableTo(typeof(T)))
            return;
        Accept(kind, () => target.Add(provider => (T)provider.GetRequiredService(type)));
        Services.TryAddSingleton(type);
    }

    private void Add<TPart, TContract>(List<Func<IServiceProvider, TContract>> target)
        where TPart : class, TContract
    {
        Services.TryAddSingleton<TPart>();
        target.Add(static provider => provider.GetRequiredService<TPart>());
    }

    private TestBuilder Accept(string kind, Action add)
    {
        if (_sealed)
            throw new PluginRegistrationException("The builder was used after Configure returned. Register everything inside Configure.");
        if (!_manifest.Kinds.Contains(kind))
            throw new PluginRegistrationException($"The manifest does not list '{kind}' under kinds.");
        add();
        return this;
    }
}
