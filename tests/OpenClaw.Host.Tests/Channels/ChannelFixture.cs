using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.Channels.Turns;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tests.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>
/// The whole way of a message through the host, from the inbox by agents to the outbox, between a scripted model and a scripted chat
/// platform. Another one may follow it on the same folder.
/// </summary>
internal sealed class ChannelFixture : IAsyncDisposable
{
    public const string Open = """{"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"]}}}""";

    private static readonly AccountKey Account = new("fake", "default");

    private InboxPump? _pump;

    private ChannelFixture(AgentFixture agents, FakeSender sender)
    {
        Agents = agents;
        Sender = sender;
    }

    public AgentFixture Agents { get; }

    public FakeSender Sender { get; }

    public FakeAgentProvider Model => Agents.Model;

    public IChannelInbox Inbox => Agents.Get<AccountInboxes>().Of(Account).Open();

    public static async Task<ChannelFixture> StartAsync(
        string directory,
        string config = Open,
        Func<OpenClawConfig, OpenClawConfig>? change = null,
        FakeSender? sender = null,
        AgentLimits? limits = null,
        InboxLimits? inbox = null,
        Action<IServiceCollection>? add = null)
    {
        sender ??= new FakeSender();
        sender.Channel = sender.Channel with { MaxTextLength = 4_000 };
        var settings = AgentFixture.Config with { Raw = JsonElement.Parse(config) };
        var agents = await AgentFixture.StartAsync(
            change?.Invoke(settings) ?? settings,
            limits,
            directory,
            services =>
            {
                services.AddSingleton<IChannelSender>(sender).AddSingleton<IPluginCatalog>(new FakeChannels()).AddSingleton(inbox ?? new InboxLimits())
                    .AddSingleton<ISecretRegistry>(new SecretRegistry());
                services.AddChannels();
                add?.Invoke(services);
            },
            [.. InboxSchema.Migrations, .. OutboxSchema.Migrations, .. PairingSchema.Migrations]);
        return new ChannelFixture(agents, sender);
    }

    /// <summary>Takes up what an earlier process left, and begins to work.</summary>
    public async Task RunAsync()
    {
        await Agents.Runtime.ResumeAsync(CancellationToken.None);
        _pump = ActivatorUtilities.CreateInstance<InboxPump>(Agents.Get<IServiceProvider>());
        await _pump.StartAsync(CancellationToken.None);
        await Agents.Get<OutboxDispatcher>().StartAsync(CancellationToken.None);
        await Agents.Get<DraftCleaner>().StartAsync(CancellationToken.None);
    }

    public async Task<InboundReceipt> SayAsync(string id, string text, string sender = "7") =>
        await Inbox.AcceptAsync(Received.Inbound(id, text, sender), CancellationToken.None);

    /// <summary>Lets time pass until something is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(AgentFixture.Patience);
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            Agents.Time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(2, patience.Token);
        }
    }

    public Task UntilShownAsync(int count) => UntilAsync(() => Task.FromResult(Sender.Shown.Count >= count));

    /// <summary>Calls a method of a module that the fixture's own table does not have.</summary>
    public async Task<JsonElement> AskAsync<TModule>(string method, string parameters)
        where TModule : IRpcModule
    {
        var methods = new RpcMethods();
        Agents.GetAll<IRpcModule>().OfType<TModule>().Single().Register(methods);
        var answers = new RpcAnswers();
        var call = new RpcCall("r1", method, AgentFixture.CallerOf("c1"), answers);
        await methods.Freeze()[method].Handler(call, Encoding.UTF8.GetBytes(parameters), CancellationToken.None).AsTask().WaitAsync(AgentFixture.Patience);
        return answers.Last;
    }

    public ValueTask ExecuteAsync(string sql) => Agents.Database.WriteAsync(connection => { connection.Execute(sql); });

    /// <summary>Ends as a process does that is killed: nothing is written any more.</summary>
    public async Task KillAsync()
    {
        await Agents.AbandonAsync();
        await StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Agents.DisposeAsync();
    }

    private async Task StopAsync()
    {
        if (_pump is { } pump)
        {
            _pump = null;
            await pump.StopAsync(CancellationToken.None).WaitAsync(AgentFixture.Patience);
            await Agents.Get<OutboxDispatcher>().StopAsync(CancellationToken.None).WaitAsync(AgentFixture.Patience);
            await Agents.Get<DraftCleaner>().StopAsync(CancellationToken.None).WaitAsync(AgentFixture.Patience);
        }
    }
}
