using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Client.Notices;
using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Host.IntegrationTests.Reload;

/// <summary>A gateway with two channel plugins, a chat program behind one of them, and a client that notes all it is told.</summary>
internal sealed class SwapGateway : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private GatewayClient _witness = null!;
    private Task _noting = Task.CompletedTask;

    public FakeChatServer Chat { get; private set; } = null!;

    public GatewayFolder Folder { get; } = new();

    public GatewayProcess Process { get; private set; } = null!;

    public GatewayTalk Talk { get; private set; } = null!;

    /// <summary>What a client saw that was connected all the time.</summary>
    public ConcurrentQueue<GatewayNotice> Seen { get; } = [];

    public string GoodFolder { get; private set; } = "";

    public static async Task<SwapGateway> StartAsync()
    {
        var gateway = new SwapGateway { Chat = await FakeChatServer.StartAsync() };
        gateway.Folder.WriteConfig(gateway.Config());
        gateway.Folder.AddSample("http-chat");
        gateway.GoodFolder = gateway.Folder.AddTestPlugin("good");
        gateway.Process = await GatewayProcess.StartAsync(gateway.Folder);
        gateway.Talk = await gateway.Process.ConnectAsync();
        gateway._witness = new GatewayClient(new() { Url = gateway.Process.Url, Token = GatewayFolder.Token, Reconnect = false });
        var notices = gateway._witness.Subscribe();
        gateway._noting = gateway.NoteAsync(notices);
        await gateway._witness.ConnectAsync();
        return gateway;
    }

    /// <summary>Edits the settings of the plugins.</summary>
    public void Save(int good = 0, int chat = 0) => Folder.SaveConfig(Config(good, chat));

    public Task SwappedAsync() => Talk.UntilAsync(static notice => notice is GatewayEvent { Name: "plugins.changed" });

    public async Task<JsonElement> AccountAsync(string channel) =>
        (await Talk.AskAsync("channels.status")).GetProperty("channelAccounts").GetProperty(channel)[0];

    /// <summary>Lets the offline agent call a tool of the good plugin.</summary>
    public Task BeginAsync(string runId, JsonObject arguments) => Talk.AskAsync("chat.send", new JsonObject
    {
        ["sessionKey"] = $"agent:main:{runId}",
        ["message"] = $"use tool good_acts with {arguments.ToJsonString()}",
        ["idempotencyKey"] = runId,
    });

    public async Task<string> EndAsync(string runId) => (await Talk.ChatAsync(runId, "final")).GetProperty("message").GetRawText();

    public async Task<string> WhereAsync(string runId)
    {
        await BeginAsync(runId, new JsonObject { ["act"] = "where" });
        return await EndAsync(runId);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _noting;
        await _witness.DisposeAsync();
        await Talk.DisposeAsync();
        await Process.DisposeAsync();
        await Chat.DisposeAsync();
        Folder.Dispose();
        _end.Dispose();
    }

    private string Config(int good = 0, int chat = 0) =>
        $$$"""
        {
          "gateway": { "mode": "local", "auth": { "mode": "token", "token": "{{{GatewayFolder.Token}}}" } },
          "messages": { "queue": { "mode": "followup", "cap": 100 } },
          "plugins": { "entries": {
            "agent-offline": { "config": { "wordDelayMs": 0 } },
            "good": { "config": { "n": {{{good}}} } },
            "http-chat": { "config": { "n": {{{chat}}} } }
          } },
          "channels": {
            "good-chat": { "dmPolicy": "allowlist", "allowFrom": ["alice"] },
            "http-chat": { "url": "{{{Chat.Url}}}", "dmPolicy": "allowlist", "allowFrom": ["alice"] }
          }
        }
        """;

    private async Task NoteAsync(GatewaySubscription notices)
    {
        using (notices)
        {
            try
            {
                await foreach (var notice in notices.WithCancellation(_end.Token))
                    Seen.Enqueue(notice);
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
