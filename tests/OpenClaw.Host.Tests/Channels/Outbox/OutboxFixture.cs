using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Events;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>One life of a process with an outbox, on a real database. Another one may follow it on the same file.</summary>
internal sealed class OutboxFixture : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;
    private OutboxDispatcher? _dispatcher;

    private OutboxFixture(ServiceProvider services, SqliteDatabase database, FakeSender sender, ManualClock time)
    {
        _services = services;
        Database = database;
        Sender = sender;
        Time = time;
    }

    public SqliteDatabase Database { get; }

    public FakeSender Sender { get; }

    public ManualClock Time { get; }

    public RecordedEvents Events { get; private init; } = new();

    public OutboxDesk Desk => Get<OutboxDesk>();

    public static async Task<OutboxFixture> CreateAsync(
        string directory, FakeSender? sender = null, ManualClock? time = null, OutboxLimits? limits = null, string channels = """{"fake":{}}""")
    {
        time ??= new ManualClock();
        sender ??= new FakeSender();
        var database = await SqliteDatabase.OpenAsync(
            Path.Combine(directory, "gateway.db"), [.. OutboxSchema.Migrations, .. SessionsSchema.Migrations], time);
        var events = new RecordedEvents();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(database)
            .AddSingleton(BootId.Create())
            .AddSingleton(new StatePaths
            {
                HomeDirectory = directory,
                StateDirectory = directory,
                ConfigFile = Path.Combine(directory, "openclaw.json"),
                WorkspaceDirectory = Path.Combine(directory, "workspace"),
            })
            .AddSingleton<IConfigSource>(new FixedConfig(new OpenClawConfig { Raw = JsonElement.Parse($$"""{"channels":{{channels}}}""") }))
            .AddSingleton<IEventPublisher>(events)
            .AddSingleton<IChannelSender>(sender)
            .AddSingleton<IPluginCatalog>(new FakeChannels())
            .AddSingleton(limits ?? new OutboxLimits())
            .AddSessions()
            .AddAgents()
            .AddChannels();
        return new OutboxFixture(services.BuildServiceProvider(), database, sender, time) { Events = events };
    }

    public static async Task<OutboxFixture> RunAsync(
        string directory, FakeSender? sender = null, ManualClock? time = null, OutboxLimits? limits = null, string channels = """{"fake":{}}""")
    {
        var fixture = await CreateAsync(directory, sender, time, limits, channels);
        await fixture.StartAsync();
        return fixture;
    }

    public async Task StartAsync()
    {
        _dispatcher = Get<OutboxDispatcher>();
        await _dispatcher.StartAsync(CancellationToken.None);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T Create<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    public async Task<long> PutAsync(string text, string chat = "c1", string? key = null, string kind = OutboxKinds.Reply, string account = "default")
    {
        var entry = EntryOf(text, chat, key, kind, account);
        var id = await Database.WriteAsync(connection =>
        {
            OutboxSql.Add(connection, entry, Get<OutboundSettings>().Lifetime, Time.UnixMs);
            return OutboxSql.FindByKey(connection, entry.Key)!.Id;
        });
        Get<OutboxSignal>().Raise();
        return id;
    }

    public static OutboxEntry EntryOf(string text, string chat = "c1", string? key = null, string kind = OutboxKinds.Reply, string account = "default") => new()
    {
        Key = key ?? Guid.NewGuid().ToString("N"),
        Kind = kind,
        Channel = "fake",
        AccountId = account,
        Content = new OutboundContent { ChatId = chat, Text = text },
    };

    public async Task<OutboxRow> RowAsync(long id) => (await Get<OutboxStore>().FindAsync(id, CancellationToken.None))!;

    public async Task<IReadOnlyList<OutboxRow>> AllAsync() =>
        await Database.ReadAsync(static connection => connection.Query($"SELECT {OutboxSql.Columns} FROM outbox ORDER BY id", OutboxSql.Read));

    /// <summary>Waits for the end of a row.</summary>
    public async Task<OutboxRow> EndOfAsync(long id)
    {
        var receipts = Get<OutboxReceipts>();
        var waiter = receipts.WaitFor(id);
        try
        {
            return await RowAsync(id) is { HasEnded: true } row ? row : await waiter.End.WaitAsync(Patience);
        }
        finally
        {
            receipts.Leave(id, waiter);
        }
    }

    /// <summary>Waits until a row is as wanted.</summary>
    public async Task<OutboxRow> UntilAsync(long id, Func<OutboxRow, bool> condition)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var row = await RowAsync(id);
            if (condition(row))
                return row;
            Assert.True(DateTime.UtcNow < deadline, $"still {row}");
            await Task.Delay(5);
        }
    }

    /// <summary>Ends as a process does that is killed: nothing is written any more.</summary>
    public ValueTask KillAsync() => Database.DisposeAsync();

    public async Task StopAsync()
    {
        if (_dispatcher is { } dispatcher)
        {
            _dispatcher = null;
            await dispatcher.StopAsync(CancellationToken.None).WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
