using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Scopes;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Building;

/// <summary>Collects what one generation offers, in a container of its own.</summary>
internal sealed class PluginBuilder : IPluginBuilder
{
    private readonly PluginScope _scope;
    private readonly PluginKind _kinds;
    private readonly Assembly _entryAssembly;
    private readonly ServiceCollection _services = [];
    private readonly PluginRegistrations _registrations = new();
    private bool _sealed;

    public PluginBuilder(PluginScope scope, PluginKind kinds, Assembly entryAssembly)
    {
        _scope = scope;
        _kinds = kinds;
        _entryAssembly = entryAssembly;
        _services.AddSingleton<IPluginScope>(scope);
        _services.AddSingleton(scope.Clock);
        _services.AddSingleton<ILoggerFactory>(scope.LoggerFactory);
        _services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
    }

    public IPluginScope Scope => _scope;

    public IServiceCollection Services => _services;

    public IPluginBuilder AddChannel(ChannelDescriptor descriptor, Func<IServiceProvider, ChannelAccount, IChannel> factory)
    {
        Accept(PluginKind.Channel);
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(factory);
        ClaimNames.CheckId("channel id", descriptor.Id);
        if (!_registrations.Channels.TryAdd(descriptor.Id, (descriptor, factory)))
            throw new PluginRegistrationException($"Channel '{descriptor.Id}' was already added. Add each channel once.");
        return this;
    }

    public IPluginBuilder AddTool<TTool>()
        where TTool : class, ITool
    {
        Accept(PluginKind.Tool);
        _services.TryAddSingleton<TTool>();
        _registrations.Tools.Add(static provider => provider.GetRequiredService<TTool>());
        return this;
    }

    public IPluginBuilder AddTool(ITool tool)
    {
        Accept(PluginKind.Tool);
        ArgumentNullException.ThrowIfNull(tool);
        _registrations.Tools.Add(_ => tool);
        return this;
    }

    public IPluginBuilder AddAgentProvider<TProvider>()
        where TProvider : class, IAgentProvider
    {
        Accept(PluginKind.AgentProvider);
        _services.TryAddSingleton<TProvider>();
        _registrations.Providers.Add(static provider => provider.GetRequiredService<TProvider>());
        return this;
    }

    public IPluginBuilder AddAgentProvider(string api, Func<IServiceProvider, AgentProviderSettings, IAgentProvider> factory)
    {
        Accept(PluginKind.AgentProvider);
        ArgumentNullException.ThrowIfNull(factory);
        ClaimNames.CheckId("provider api", api);
        if (!_registrations.Apis.TryAdd(api, factory))
            throw new PluginRegistrationException($"Provider api '{api}' was already added. Add each api once.");
        return this;
    }

    public IPluginBuilder AddBackgroundService<TService>()
        where TService : class, IPluginService
    {
        Accept(PluginKind.Service);
        _services.TryAddSingleton<TService>();
        _registrations.Services.Add(static provider => provider.GetRequiredService<TService>());
        return this;
    }

    public IPluginBuilder AddRoute(PluginRoute route, Func<IServiceProvider, HttpContext, Task> handler)
    {
        Accept(PluginKind.Route);
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(handler);
        SurfaceChecks.Check(route);
        _registrations.Surfaces.Routes.Add((route, handler));
        return this;
    }

    public IPluginBuilder AddMethod(PluginMethod method, Func<IServiceProvider, PluginMethodCall, CancellationToken, Task<JsonElement>> handler)
    {
        Accept(PluginKind.Method);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(handler);
        SurfaceChecks.Check(method);
        if (!_registrations.Surfaces.Methods.TryAdd(method.Name, (method, handler)))
            throw new PluginRegistrationException($"Method '{method.Name}' was already added. Add each method once.");
        return this;
    }

    public IPluginBuilder AddCommand(PluginCommand command, Func<IServiceProvider, PluginCommandCall, CancellationToken, Task<PluginCommandResult>> handler)
    {
        Accept(PluginKind.Command);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(handler);
        SurfaceChecks.Check(command);
        if (!_registrations.Surfaces.Commands.TryAdd(command.Name, (command, handler)))
            throw new PluginRegistrationException($"Command '{command.Name}' was already added. Add each command once.");
        return this;
    }

    public IPluginBuilder AddHook<THook>(HookSettings? settings = null)
        where THook : class, IPluginHook
    {
        Accept(PluginKind.Hook);
        settings ??= new HookSettings();
        SurfaceChecks.Check(typeof(THook), settings);
        _services.TryAddSingleton<THook>();
        _registrations.Surfaces.Hooks.Add((static provider => provider.GetRequiredService<THook>(), settings));
        return this;
    }

    public IPluginBuilder AddFromAssembly()
    {
        ThrowIfSealed();
        AssemblyRegistrations.Add(_entryAssembly, _services, _registrations, Accept);
        return this;
    }

    /// <summary>Ends the collecting; a builder the plugin kept is of no use to it.</summary>
    public PluginRegistrations Seal()
    {
        _sealed = true;
        _services.MakeReadOnly();
        return _registrations;
    }

    /// <summary>Builds the container; a service that cannot be made shows here.</summary>
    public ServiceProvider Build() =>
        _services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private void Accept(PluginKind kind)
    {
        ThrowIfSealed();
        if (!_kinds.HasFlag(kind))
            throw new PluginRegistrationException($"The manifest does not list '{PluginKindNames.NameOf(kind)}' under kinds. Add it there, so that people see what the plugin offers before it runs.");
    }

    private void ThrowIfSealed()
    {
        if (_sealed)
            throw new PluginRegistrationException("The builder was used after Configure returned. Register everything inside Configure.");
    }
}
