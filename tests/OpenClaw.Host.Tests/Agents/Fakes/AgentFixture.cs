using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tools;
using OpenClaw.Host.Tools.Approvals;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>The rooms from sessions to scheduling as they run in the host, on a real database, before a model that a test scripts.</summary>
internal sealed class AgentFixture : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly OpenClawConfig Config = new()
    {
        Agents = new AgentsConfig { Defaults = new AgentDefaultsConfig { Model = new ModelSelection { Primary = "fake/fake-1" }, EnvelopeTimestamp = "off" } },
    };

    private static readonly Migration[] Migrations =
        [.. SessionsSchema.Migrations, .. CooldownSchema.Migrations, .. SystemEventsSchema.Migrations, .. SchedulingSchema.Migrations, .. ApprovalsSchema.Migrations];

    private readonly ServiceProvider _services;
    private readonly FrozenDictionary<string, RpcMethod> _methods;
    private readonly SqliteDatabase _database;
    private readonly TemporaryDirectory? _owned;

    private AgentFixture(ServiceProvider services, SqliteDatabase database, TemporaryDirectory? owned)
    {
        _services = services;
        _database = database;
        _owned = owned;
        var methods = new RpcMethods();
        foreach (var module in services.GetServices<IRpcModule>())
            module.Register(methods);
        _methods = methods.Freeze();
    }

    public FakeAgentProvider Model { get; private init; } = new();

    public FakeTools Tools { get; private init; } = new();

    public RecordedEvents Events { get; private init; } = new();

    public FakeConnections Connections { get; private init; } = new();

    public ManualClock Time { get; private init; } = new();

    public AgentRuntime Runtime => Get<AgentRuntime>();

    public SqliteDatabase Database => _database;

    public static async Task<AgentFixture> StartAsync(OpenClawConfig? config = null, AgentLimits? limits = null, string? directory = null, Action<IServiceCollection>? add = null, IReadOnlyList<Migration>? migrations = null)
    {
        var owned = directory is null ? new TemporaryDirectory() : null;
        var time = new ManualClock();
        var database = await SqliteDatabase.OpenAsync(Path.Combine(directory ?? owned!.Path, "gateway.db"), [.. Migrations, .. migrations ?? []], time);
        var model = new FakeAgentProvider();
        var tools = new FakeTools();
        var events = new RecordedEvents();
        var connections = new FakeConnections();
        var home = directory ?? owned!.Path;
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(database)
            .AddSingleton(new StatePaths
            {
                HomeDirectory = home,
                StateDirectory = home,
                ConfigFile = Path.Combine(home, "openclaw.json"),
                WorkspaceDirectory = Path.Combine(home, "workspace"),
            })
            .AddSingleton<IConnections>(connections)
            .AddSingleton<IPresenceReports>(connections)
            .AddSingleton<IConfigSource>(new FixedConfig(config ?? Config))
            .AddSingleton<IEventPublisher>(events)
            .AddSingleton(limits ?? new AgentLimits())
            .AddSessions()
            .AddTools()
            .AddAgents()
            .AddScheduling();
        services.Replace(ServiceDescriptor.Singleton<IAgentProviders>(new FakeAgentProviders(model)));
        services.Replace(ServiceDescriptor.Singleton<IToolSource>(tools));
        add?.Invoke(services);
        var fixture = new AgentFixture(services.BuildServiceProvider(), database, owned) { Model = model, Tools = tools, Time = time, Events = events, Connections = connections };
        return fixture;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> GetAll<T>() => _services.GetServices<T>();

    /// <summary>Starts a request and gives its end beside its answers.</summary>
    public Task BeginAsync(string method, string parameters, out RpcAnswers answers, int protocol = ProtocolVersions.V4, CancellationToken cancellationToken = default) =>
        BeginAsync(CallerOf("c1", protocol), method, parameters, out answers, cancellationToken);

    /// <summary>Starts a request of a certain connection.</summary>
    public Task BeginAsync(RpcCaller caller, string method, string parameters, out RpcAnswers answers, CancellationToken cancellationToken = default)
    {
        answers = new RpcAnswers();
        var call = new RpcCall("r1", method, caller, answers);
        return _methods[method].Handler(call, Encoding.UTF8.GetBytes(parameters), cancellationToken).AsTask();
    }

    public static RpcCaller CallerOf(string connectionId, int protocol = ProtocolVersions.V4, params string[] scopes) => new()
    {
        ConnectionId = connectionId,
        Role = Roles.Operator,
        Scopes = scopes.Length == 0 ? [OperatorScopes.Admin] : scopes,
        Protocol = protocol,
        ClientId = "cli",
        ClientMode = "cli",
    };

    public async Task<JsonElement> SendAsync(string message, string runId, string sessionKey = "main") =>
        await AskAsync("chat.send", $$"""{"sessionKey":"{{sessionKey}}","message":"{{message}}","idempotencyKey":"{{runId}}"}""");

    /// <summary>Makes a request and gives its last answer; an error is thrown.</summary>
    public async Task<JsonElement> AskAsync(string method, string parameters, int protocol = ProtocolVersions.V4)
    {
        await BeginAsync(method, parameters, out var answers, protocol).WaitAsync(Patience);
        return answers.Last;
    }

    public async Task<JsonElement> AskAsync(RpcCaller caller, string method, string parameters)
    {
        await BeginAsync(caller, method, parameters, out var answers).WaitAsync(Patience);
        return answers.Last;
    }

    public async Task<JsonElement> HistoryAsync(string sessionKey = "main") =>
        await AskAsync("chat.history", $$"""{"sessionKey":"{{sessionKey}}"}""");

    /// <summary>Waits until a run is at work, and so no longer among those that wait.</summary>
    public Task StartOfAsync(string runId) => Events.UntilAsync((name, payload) =>
        GoldenRun.LabelOf(name, payload) == "agent lifecycle start" && payload.GetProperty("runId").GetString() == runId);

    /// <summary>Waits until a run has ended and is stored.</summary>
    public async Task EndOfAsync(string runId)
    {
        var ticket = await Runtime.FindAsync(runId, CancellationToken.None);
        await ticket!.Completion.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await Runtime.StopAsync(now.Token).WaitAsync(Patience);
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _owned?.Dispose();
    }

    /// <summary>Leaves everything as a process does that is killed: nothing is settled, the file is let go.</summary>
    public ValueTask AbandonAsync() => _database.DisposeAsync();
}
