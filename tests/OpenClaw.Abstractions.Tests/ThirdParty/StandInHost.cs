using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>The least a host has to be, built from the contract alone: builder, scope and inbox.</summary>
internal sealed class StandInHost : IPluginBuilder, IPluginScope, IChannelInbox, IDisposable
{
    private ServiceProvider? _provider;

    public Dictionary<string, Func<IServiceProvider, ChannelAccount, IChannel>> Channels { get; } = [];

    public Dictionary<string, Func<IServiceProvider, AgentProviderSettings, IAgentProvider>> Apis { get; } = [];

    public List<InboundMessage> Received { get; } = [];

    public List<Task> Running { get; } = [];

    public List<string> Secrets { get; } = [];

    public IServiceProvider Provider => _provider ??= Services.BuildServiceProvider();

    public IPluginScope Scope => this;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public PluginInfo Plugin { get; } = new() { Id = "lamp", Version = "1.0.0", Name = "Lamp" };

    public JsonElement Settings { get; private set; } = JsonElement.Parse("{}");

    public string StorageDirectory => throw new NotSupportedException();

    public string PluginDirectory => AppContext.BaseDirectory;

    public TimeProvider Clock => TimeProvider.System;

    public CancellationToken Stopping => CancellationToken.None;

    public static StandInHost Load(IPlugin plugin)
    {
        var host = new StandInHost();
        host.Services.AddSingleton<IPluginScope>(host);
        plugin.Configure(host);
        return host;
    }

    public IPluginBuilder AddChannel(ChannelDescriptor descriptor, Func<IServiceProvider, ChannelAccount, IChannel> factory)
    {
        if (!Channels.TryAdd(descriptor.Id, factory))
            throw new PluginRegistrationException($"The channel {descriptor.Id} was already added.");
        return this;
    }

    public IPluginBuilder AddTool<TTool>()
        where TTool : class, ITool => Add<ITool, TTool>();

    public IPluginBuilder AddTool(ITool tool)
    {
        Services.AddSingleton(tool);
        return this;
    }

    public IPluginBuilder AddAgentProvider<TProvider>()
        where TProvider : class, IAgentProvider => Add<IAgentProvider, TProvider>();

    public IPluginBuilder AddAgentProvider(string api, Func<IServiceProvider, AgentProviderSettings, IAgentProvider> factory)
    {
        Apis.Add(api, factory);
        return this;
    }

    public IPluginBuilder AddBackgroundService<TService>()
        where TService : class, IPluginService => Add<IPluginService, TService>();

    public IPluginBuilder AddFromAssembly() => throw new NotSupportedException();

    public ILogger CreateLogger(string category) => NullLogger.Instance;

    public HttpClient CreateHttpClient(PluginHttpSettings? settings = null) => throw new NotSupportedException();

    public void ProtectSecret(string secret) => Secrets.Add(secret);

    public StandInHost With(string settings)
    {
        Settings = JsonElement.Parse(settings);
        return this;
    }

    public void Run(string name, Func<CancellationToken, Task> work) => Running.Add(work(Stopping));

    public IDisposable OnStopping(Func<CancellationToken, Task> action) => throw new NotSupportedException();

    public ValueTask<InboundReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        Received.Add(message);
        return ValueTask.FromResult(new InboundReceipt(InboundDisposition.Stored));
    }

    public void Dispose() => _provider?.Dispose();

    private StandInHost Add<TContract, TPart>()
        where TContract : class
        where TPart : class, TContract
    {
        Services.AddSingleton<TContract, TPart>();
        return this;
    }
}
