using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Plugins.Hooks;

/// <summary>Agents and sessions as in the host, with a plugin from disk that writes down what its session hook is told.</summary>
internal sealed class HookFixture : IAsyncDisposable
{
    public const string Main = "agent:main:main";

    private const string Id = "surfaces";

    private readonly PluginTestHost _plugins = new PluginTestHost().With(Id);

    public AgentFixture Agents { get; private set; } = null!;

    private string Storage => Path.Combine(_plugins.StateDirectory, "plugin-data", Id);

    private string Diary => Path.Combine(Storage, "diary");

    public static async Task<HookFixture> StartAsync(OpenClawConfig? config = null)
    {
        var fixture = new HookFixture();
        await fixture._plugins.StartAsync();
        fixture._plugins.AssertRuns(Id);
        fixture.Agents = await AgentFixture.StartAsync(config, add: services => services.AddSingleton<IPluginCatalog>(fixture._plugins.Host));
        return fixture;
    }

    public async Task SayAsync(string message, string runId, string sessionKey = "main")
    {
        await Agents.SendAsync(message, runId, sessionKey);
        await Agents.EndOfAsync(runId);
    }

    /// <summary>What the hook was told, once it was told so much.</summary>
    public async Task<string[]> ToldAsync(int lines)
    {
        using var patience = new CancellationTokenSource(AgentFixture.Patience);
        while (!File.Exists(Diary) || File.ReadAllLines(Diary).Length < lines)
            await Task.Delay(5, patience.Token);
        return File.ReadAllLines(Diary);
    }

    /// <summary>Lets slow hooks go on.</summary>
    public void OpenGate() => File.WriteAllText(Path.Combine(Storage, "gate"), "");

    public Task UnloadAsync() => _plugins.Host.UnloadAsync(Id, CancellationToken.None);

    public Host.Plugins.Lifecycle.PluginStatus Status => _plugins.Status(Id);

    public async ValueTask DisposeAsync()
    {
        await Agents.DisposeAsync();
        await _plugins.DisposeAsync();
    }
}
