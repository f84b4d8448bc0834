using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Identity;
using OpenClaw.Plugins;
using OpenClaw.Testing.Gateway;
using OpenClaw.Tools;

namespace OpenClaw.Testing;

/// <summary>
/// A gateway without sockets, disk or models, that runs one generation of one plugin from its folder: apart from everything else, with a
/// scope that ends. Hands messages in, collects what is sent, and calls tools.
/// </summary>
public sealed class InMemoryGateway : IAsyncDisposable
{
    private readonly TestReport _report = new();
    private readonly List<TestAccount> _accounts = [];
    private readonly string _storage = Directory.CreateTempSubdirectory("openclaw-testing-").FullName;
    private readonly GatewaySetup _setup;
    private readonly TestLoadContext _context;
    private readonly TestScope _scope;
    private readonly TestBuilder _builder;
    private ServiceProvider? _services;
    private IReadOnlyList<IPluginService> _background = [];
    private bool _stopped;

    private InMemoryGateway(string folder, GatewaySetup setup)
    {
        _setup = setup;
        var manifest = TestManifest.Read(folder);
        _context = new TestLoadContext($"{manifest.Id}#{setup.Generation}", Path.GetFullPath(Path.Combine(folder, manifest.EntryAssembly)));
        var info = new PluginInfo { Id = manifest.Id, Name = manifest.Name, Version = manifest.Version, Generation = setup.Generation };
        _scope = new TestScope(info, JsonElement.Parse(setup.Settings), folder, Path.Combine(_storage, "data"), setup.Clock, _report);
        var plugin = _context.CreatePlugin(manifest.EntryType);
        _builder = new TestBuilder(_scope, manifest, plugin.GetType().Assembly);
        plugin.Configure(_builder);
        _builder.Seal();
    }

    /// <summary>What the plugin did wrong outside of calls: loops that threw or did not end, and stopping actions that failed.</summary>
    public IReadOnlyList<string> Faults => _report.Faults;

    /// <summary>What the plugin asked to be kept out of logs.</summary>
    public IReadOnlyList<string> Secrets => _report.Secrets;

    /// <summary>The plugin's tools.</summary>
    public IReadOnlyList<ITool> Tools { get; private set; } = [];

    /// <summary>Its model providers with an id of their own.</summary>
    public IReadOnlyList<IAgentProvider> Providers { get; private set; } = [];

    /// <summary>Its channels.</summary>
    public IReadOnlyList<ChannelDescriptor> Channels => [.. _builder.Channels.Values.Select(static channel => channel.Descriptor)];

    /// <summary>Its wire formats.</summary>
    public IReadOnlyList<string> Apis => [.. _builder.Apis.Keys];

    /// <summary>Loads the plugin and starts its services.</summary>
    /// <param name="folder">The plugin's folder, see <see cref="PluginFolder.Named"/>.</param>
    /// <param name="setup">What the plugin is given; null for an empty configuration.</param>
    public static async Task<InMemoryGateway> StartAsync(string folder, GatewaySetup? setup = null)
    {
        var gateway = new InMemoryGateway(folder, setup ?? new GatewaySetup());
        await gateway.StartServicesAsync();
        return gateway;
    }

    /// <summary>Calls a tool as an agent would.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">A JSON object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ToolResult> CallAsync(string tool, string arguments = "{}", CancellationToken cancellationToken = default)
    {
        var found = Tools.FirstOrDefault(candidate => candidate.Descriptor.Name == tool)
            ?? throw new ArgumentException($"There is no tool '{tool}'; there are: {string.Join(", ", Tools.Select(static known => known.Descriptor.Name))}.", nameof(tool));
        var invocation = new ToolInvocation { CallId = Guid.NewGuid().ToString("N"), Arguments = JsonElement.Parse(arguments), Caller = ToolCaller.Agent };
        return await found.InvokeAsync(invocation, cancellationToken);
    }

    /// <summary>Creates the provider of one entry under <c>models.providers</c>.</summary>
    /// <param name="api">The wire format.</param>
    /// <param name="settings">The entry.</param>
    public IAgentProvider CreateProvider(string api, AgentProviderSettings settings) => _builder.Apis[api](_services!, settings);

    /// <summary>Creates and starts an account of a channel.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="settings">The account's settings, a JSON object.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<TestAccount> StartAccountAsync(string channel, string settings = "{}", string account = "default", CancellationToken cancellationToken = default)
    {
        var parsed = JsonElement.Parse(settings);
        var scope = new TestScope(_scope.Plugin, parsed, _scope.PluginDirectory, Path.Combine(_storage, "accounts", $"{channel}-{account}-{_accounts.Count}"), _setup.Clock, _report);
        var created = _builder.Channels[channel].Create(_services!, new ChannelAccount { Id = new AccountId(account), Settings = parsed, Scope = scope });
        var started = new TestAccount(created, scope);
        _accounts.Add(started);
        await created.StartAsync(started.Inbox, cancellationToken);
        return started;
    }

    /// <summary>Stops everything in the gateway's order and lets go of the plugin.</summary>
    /// <returns>What proves that the plugin is gone. Keep nothing of the plugin when you ask it.</returns>
    public async Task<UnloadProof> StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            foreach (var account in _accounts)
                await account.StopAsync();
            foreach (var service in _background)
                await _report.TryAsync($"stop of {service.GetType().Name}", () => service.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
            await _scope.EndAsync();
            if (_services is not null)
                await _report.TryAsync("dispose", async () => await _services.DisposeAsync());
            Forget();
            _context.Unload();
            Directory.Delete(_storage, recursive: true);
        }

        return new UnloadProof(new WeakReference(_context));
    }

    /// <summary>Stops, where it was not stopped yet.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StartServicesAsync()
    {
        _services = _builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Tools = [.. _builder.Tools.Select(create => create(_services))];
        Providers = [.. _builder.Providers.Select(create => create(_services))];
        _background = [.. _builder.Background.Select(create => create(_services))];
        foreach (var service in _background)
            await service.StartAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private void Forget()
    {
        _accounts.Clear();
        _background = [];
        (Tools, Providers, _services) = ([], [], null);
        _builder.Tools.Clear();
        _builder.Providers.Clear();
        _builder.Background.Clear();
        _builder.Apis.Clear();
        _builder.Channels.Clear();
        _builder.Services.Clear();
    }
}
