using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Channels;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Plugins.Contributions;

namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>A gateway with channels that are configured and do not run.</summary>
internal sealed class ChannelGateway : IAsyncDisposable, IConfigSource
{
    public TestGateway Gateway { get; private set; } = null!;

    public OpenClawConfig Current { get; private init; } = OpenClawConfig.Default;

    public ChannelPairing Pairing => Gateway.Services.GetRequiredService<ChannelPairing>();

    public static async Task<ChannelGateway> StartAsync(string channels, TimeProvider? time = null, string? stateDirectory = null)
    {
        var started = new ChannelGateway
        {
            Current = new OpenClawConfig { Gateway = TestGateway.DefaultConfig, Raw = JsonElement.Parse($$"""{"channels":{{channels}}}""") },
        };
        started.Gateway = await TestGateway.StartAsync(
            time: time,
            stateDirectory: stateDirectory,
            services: services =>
            {
                services.Replace(ServiceDescriptor.Singleton<IConfigSource>(started));
                foreach (var migration in OutboxSchema.Migrations)
                    services.AddSingleton(migration);
                services.AddSingleton<OutboundSettings>().AddSingleton<OutboxSignal>();
                services.AddChannelPairing().AddSingleton<ChannelBoard>().AddSingleton<IPluginCatalog>(new DemoChannels("demo", "other"));
            });
        return started;
    }

    /// <summary>A stranger writes.</summary>
    public async Task<(PairingAsk Outcome, PairingRequest? Request)> HearAsync(string sender, string account = "default", string channel = "demo") =>
        await Pairing.AskAsync(channel, account, sender, new Dictionary<string, string> { ["username"] = "someone" }, new ChatAddress($"chat of {sender}", ChatKind.Direct), CancellationToken.None);

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
