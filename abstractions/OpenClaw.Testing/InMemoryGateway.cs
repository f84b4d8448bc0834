using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Hooks;
using OpenClaw.Identity;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;
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
    private IReadOnlyList<IPluginHook> _hooks = [];
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

    /// <summary>Its routes.</summary>
    public IReadOnlyList<PluginRoute> Routes => [.. _builder.Surfaces.Routes.Select(static route => route.Route)];

    /// <summary>Its methods of the gateway protocol.</summary>
    public IReadOnlyList<PluginMethod> Methods => [.. _builder.Surfaces.Methods.Values.Select(static method => method.Method)];

    /// <summary>Its commands.</summary>
    public IReadOnlyList<PluginCommand> Commands => [.. _builder.Surfaces.Commands.Values.Select(static command => command.Command)];

    /// <summary>The events it published, oldest first.</summary>
    public IReadOnlyList<TestEvent> Events => _report.Events;

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

    /// <summary>
    /// Sends a request to a route. As in the gateway, strangers, wrong methods and large bodies do not reach the plugin, an exception
    /// is answered with 500 (its text is among <see cref="Faults"/>), and the end of the route's time with 504.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it, as a caller who hangs up.</param>
    public Task<RouteAnswer> RequestAsync(RouteRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new TestRoutes(_builder.Surfaces, _services!, _setup.Clock, _report).SendAsync(request, cancellationToken);
    }

    /// <summary>Calls a method of the gateway protocol as a client would.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">A JSON object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<JsonElement> CallMethodAsync(string method, string parameters = "{}", CancellationToken cancellationToken = default)
    {
        var (found, handler) = _builder.Surfaces.Methods.TryGetValue(method, out var known)
            ? known
            : throw new ArgumentException($"There is no method '{method}'; there are: {string.Join(", ", _builder.Surfaces.Methods.Keys)}.", nameof(method));
        var call = new PluginMethodCall { Method = method, Parameters = JsonElement.Parse(parameters), Scopes = ["operator.admin", "operator.read", "operator.write"], ClientId = "test" };
        return await handler(_services!, call, cancellationToken).WaitAsync(found.Timeout, _setup.Clock, cancellationToken);
    }

    /// <summary>Runs a command as the command line would.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="arguments">What stands behind it.</param>
    public async Task<PluginCommandResult> RunCommandAsync(string command, params string[] arguments)
    {
        var (found, handler) = _builder.Surfaces.Commands.TryGetValue(command, out var known)
            ? known
            : throw new ArgumentException($"There is no command '{command}'; there are: {string.Join(", ", _builder.Surfaces.Commands.Keys)}.", nameof(command));
        var call = new PluginCommandCall { Name = command, Arguments = arguments };
        return await handler(_services!, call, CancellationToken.None).WaitAsync(found.Timeout, _setup.Clock);
    }

    /// <summary>The plugin's hooks of one kind, in the order in which the gateway asks them.</summary>
    /// <typeparam name="THook">The kind, for example <see cref="IToolHook"/>.</typeparam>
    public IReadOnlyList<THook> HooksOf<THook>()
        where THook : IPluginHook => [.. _hooks.OfType<THook>()];

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
        _hooks = [.. _builder.Surfaces.Hooks.OrderByDescending(static hook => hook.Priority).Select(hook => hook.Create(_services))];
        foreach (var service in _background)
            await service.StartAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private void Forget()
    {
        _accounts.Clear();
        (_background, _hooks) = ([], []);
        (Tools, Providers, _services) = ([], [], null);
        _builder.Tools.Clear();
        _builder.Providers.Clear();
        _builder.Background.Clear();
        _builder.Apis.Clear();
        _builder.Channels.Clear();
        _builder.Services.Clear();
        _builder.Surfaces.Clear();
    }
}
