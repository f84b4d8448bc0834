using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Agents.Tests.TestKit;

/// <summary>Takes the registrations of provider plugins the way a host does.</summary>
internal sealed class TestPluginBuilder(TestScope scope) : IPluginBuilder
{
    private readonly Dictionary<string, Func<IServiceProvider, AgentProviderSettings, IAgentProvider>> _factories = [];

    public IPluginScope Scope => scope;

    public IServiceCollection Services { get; } = new ServiceCollection().AddSingleton<IPluginScope>(scope).AddSingleton(scope.Clock);

    public static IAgentProvider Build(IPlugin plugin, TestScope scope)
    {
        var builder = new TestPluginBuilder(scope);
        plugin.Configure(builder);
        return builder.Services.BuildServiceProvider().GetRequiredService<IAgentProvider>();
    }

    public static IAgentProvider Build(IPlugin plugin, string api, AgentProviderSettings settings, TestScope scope)
    {
        var builder = new TestPluginBuilder(scope);
        plugin.Configure(builder);
        return builder._factories[api](builder.Services.BuildServiceProvider(), settings);
    }

    public IPluginBuilder AddAgentProvider<TProvider>()
        where TProvider : class, IAgentProvider
    {
        Services.AddSingleton<IAgentProvider, TProvider>();
        return this;
    }

    public IPluginBuilder AddAgentProvider(string api, Func<IServiceProvider, AgentProviderSettings, IAgentProvider> factory)
    {
        _factories.Add(api, factory);
        return this;
    }

    public IPluginBuilder AddChannel(ChannelDescriptor descriptor, Func<IServiceProvider, ChannelAccount, IChannel> factory) =>
        throw new NotSupportedException();

    public IPluginBuilder AddTool<TTool>()
        where TTool : class, ITool => throw new NotSupportedException();

    public IPluginBuilder AddTool(ITool tool) => throw new NotSupportedException();

    public IPluginBuilder AddBackgroundService<TService>()
        where TService : class, IPluginService => throw new NotSupportedException();

    public IPluginBuilder AddFromAssembly() => throw new NotSupportedException();
}
