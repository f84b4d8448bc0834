using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Scheduling;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>A gateway with all rooms that recordings talk to, on a real listener and a real database, before a model that says what was recorded.</summary>
internal sealed class ConformanceGateway : IAsyncDisposable, IConfigSource
{
    private readonly TemporaryDirectory _state = new();

    public TestGateway Gateway { get; private set; } = null!;

    public OpenClawConfig Current { get; private init; } = new()
    {
        Gateway = TestGateway.DefaultConfig,
        Agents = new AgentsConfig { Defaults = new AgentDefaultsConfig { Model = new ModelSelection { Primary = "fake/fake-1" }, EnvelopeTimestamp = "off" } },
    };

    public static async Task<ConformanceGateway> StartAsync(GatewayConfig? config = null, GatewayOptions? options = null, bool ready = true)
    {
        var started = new ConformanceGateway();
        if (config is not null)
            started = new ConformanceGateway { Current = started.Current with { Gateway = config } };
        var model = new RecordedModel();
        var paths = RecordedConfig.Write(started._state.Path);
        started.Gateway = await TestGateway.StartAsync(config, options, ready: ready, stateDirectory: paths.StateDirectory, services: services =>
        {
            var secrets = new SecretRegistry();
            services.AddSingleton<ISecretRegistry>(secrets).AddConfiguration(ConfigLoader.Load(paths), secrets);
            services.Replace(ServiceDescriptor.Singleton<IConfigSource>(started));
            services.AddSessions().AddTools().AddAgents().AddChannels().AddScheduling();
            services.AddSingleton<IPluginCatalog>(new NoPlugins());
            services.Replace(ServiceDescriptor.Singleton<IAgentProviders>(model));
            services.Replace(ServiceDescriptor.Singleton<IToolSource>(new RecordedTools()));
        });
        return started;
    }

    /// <summary>Lets the main session have had conversations, as it had when the recording began.</summary>
    public async Task HaveSaidAsync(IEnumerable<string> messages)
    {
        var (client, _) = await Gateway.ConnectAsync();
        await using var closing = client;
        var number = 0;
        foreach (var message in messages)
        {
            var run = $"earlier-{++number}";
            await client.SendAsync(
                $$$"""{"type":"req","id":"{{{run}}}","method":"agent","params":{"sessionKey":"main","message":"{{{message}}}","idempotencyKey":"{{{run}}}"}}""");
            await client.ReceiveAnswerAsync(run);
            await client.ReceiveAnswerAsync(run);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        _state.Dispose();
    }
}
