using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Conformance;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.IntegrationTests.Nodes;

/// <summary>What nodes say on their own, over a real socket, and what the gateway does about it.</summary>
public sealed class NodeReportTests
{
    private readonly TestDevice _device = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_node_hears_the_chats_it_asked_for_without_numbers_and_no_others()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        await using var owner = await rooms.Gateway.OwnerAsync();
        await using var node = await rooms.Gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        Assert.Equal("subscribed", await TellAsync(node, "chat.subscribe", """{"sessionKey":"main"}"""));
        await SayAsync(owner, "other", "agent:main:elsewhere");
        await SayAsync(owner, "first", "main");
        var final = await UntilAsync(node, "chat", static chat => chat.Text("state") == "final");
        Assert.Equal("agent:main:main", final.GetProperty("payload").Text("sessionKey"));
        Assert.False(final.TryGetProperty("seq", out _));
        Assert.DoesNotContain(node.PassedOver, static frame => frame.Text("payload", "sessionKey") == "agent:main:elsewhere");

        Assert.Equal("unsubscribed", await TellAsync(node, "chat.unsubscribe", """{"sessionKey":"main"}"""));
        node.PassedOver.Clear();
        await SayAsync(owner, "second", "main");
        await node.AskAsync("health");
        Assert.DoesNotContain(node.PassedOver, static frame => frame.Text("event") is "chat" or "agent");
    }

    [Fact]
    public async Task A_node_listens_to_so_many_sessions_and_not_to_a_malformed_one()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        await using var owner = await rooms.Gateway.OwnerAsync();
        await using var node = await rooms.Gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        for (var number = 0; number < NodeSession.MaxSessions; number++)
        {
            await TellAsync(node, "chat.subscribe", $$"""{"sessionKey":"s-{{number}}"}""");
        }

        Assert.Equal("too_many_sessions", await TellAsync(node, "chat.subscribe", """{"sessionKey":"one-more"}""", handled: false));
        Assert.Equal("invalid_payload", await TellAsync(node, "chat.subscribe", """{"sessionKey":"agent:ghost:x"}""", handled: false));
        Assert.Equal("invalid_payload", await TellAsync(node, "chat.subscribe", "{}", handled: false));
        Assert.Equal("invalid_payload", await TellAsync(node, "chat.subscribe", "[]", handled: false));
    }

    [Fact]
    public async Task What_a_person_says_at_a_node_becomes_a_turn()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        await using var owner = await rooms.Gateway.OwnerAsync();
        await using var node = await rooms.Gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        Assert.Equal("started", await TellAsync(node, "voice.transcript", """{"text":"hello from the kitchen"}"""));
        var chat = await UntilAsync(owner, "chat", static chat => chat.Text("state") == "final");
        Assert.Equal("agent:main:main", chat.GetProperty("payload").Text("sessionKey"));
        Assert.Contains("hello from the kitchen", (await owner.AskAsync("chat.history", """{"sessionKey":"main"}""")).ToString(), StringComparison.Ordinal);
        Assert.Equal("started", await TellAsync(node, "agent.request", """{"message":"from a share sheet","thinking":"low"}"""));
        await UntilAsync(owner, "agent", frame => frame.Text("sessionKey") == $"agent:main:node-{_device.Id}" && frame.Text("data", "phase") == "end");
        Assert.Equal("invalid_payload", await TellAsync(node, "agent.request", """{"message":"  "}""", handled: false));
        Assert.Equal("invalid_payload", await TellAsync(node, "agent.request", """{"message":"x","thinking":"very much"}""", handled: false));
        Assert.Equal("attachments_unsupported", await TellAsync(node, "agent.request", """{"message":"x","attachments":[{}]}""", handled: false));
    }

    [Fact]
    public async Task A_node_starts_no_more_turns_than_it_may()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        await using var owner = await rooms.Gateway.OwnerAsync();
        await using var node = await rooms.Gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        for (var number = 0; number < TurnBudget.MaxPerMinute; number++)
        {
            await node.AskAsync("node.event", $$$"""{"event":"agent.request","payload":{"message":"m","sessionKey":"s-{{{number}}}"}}""");
        }

        Assert.Equal("rate_limited", await TellAsync(node, "agent.request", """{"message":"one too many"}""", handled: false));
    }

    [Fact]
    public async Task A_session_is_told_of_programs_that_the_gateway_asked_for_and_of_no_others()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        await using var owner = await rooms.Gateway.OwnerAsync();
        await using var node = await rooms.Gateway.ApprovedNodeAsync(owner, _device, "system.run");

        const string Stranger = """{"runId":"r-9","sessionKey":"main","exitCode":1,"output":"believe me"}""";
        Assert.Equal("unmatched_exec_event", await TellAsync(node, "exec.finished", Stranger, handled: false));

        await owner.AskAsync("set-heartbeats", """{"enabled":false}""");
        var call = await owner.InvokeAsync(_device, "system.run", """{"command":["false"],"runId":"r-1","sessionKey":"main"}""");
        var request = await node.HearAsync("node.invoke.request");
        Assert.Equal("unmatched_exec_event", await TellAsync(node, "exec.started", """{"runId":"r-1","sessionKey":"other"}""", handled: false));
        Assert.Equal("noted", await TellAsync(node, "exec.started", """{"runId":"r-1","sessionKey":"main","suppressNotifyOnExit":true}"""));
        Assert.Equal("unmatched_exec_event", await TellAsync(node, "exec.started", """{"runId":"r-1","sessionKey":"main"}""", handled: false));
        await node.ReportAsync(_device, request.Text("id"));
        await owner.ReceiveAnswerAsync(call);
        Assert.Equal("queued", await TellAsync(node, "exec.finished", """{"runId":"r-1","sessionKey":"main","exitCode":1,"output":"no such file"}"""));
        var waiting = (await owner.AskAsync("status")).Words("queuedSystemEvents");
        Assert.Contains(waiting, static text => text.Contains("code 1) no such file", StringComparison.Ordinal));

        // The end was told; nothing more is believed of it.
        Assert.Equal("unmatched_exec_event", await TellAsync(node, "exec.finished", """{"runId":"r-1","sessionKey":"main","exitCode":1}""", handled: false));

        // What was asked for in no session's name is told to none that the node picks.
        await owner.InvokeAsync(_device, "system.run", """{"command":["false"],"runId":"r-2"}""");
        await node.HearAsync("node.invoke.request");
        Assert.Equal("unmatched_exec_event", await TellAsync(node, "exec.finished", """{"runId":"r-2","sessionKey":"main","exitCode":1}""", handled: false));
        Assert.Equal("queued", await TellAsync(node, "exec.finished", """{"runId":"r-2","exitCode":1}"""));
    }

    [Fact]
    public async Task Where_somebody_sits_is_told_by_the_gateways_clock_and_ends_with_the_connection()
    {
        await using var gateway = await TestGateway.StartAsync(time: _clock);
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();

        Assert.Equal("permission_required", await TellAsync(node, "node.presence.activity", """{"idleSeconds":5}""", handled: false));
        Assert.Equal("updated", await TellAsync(node, "node.presence.activity", """{"idleSeconds":5,"source":"app"}"""));
        var told = await owner.HearAsync("node.presence");
        Assert.Equal((_device.Id, now - 5_000, now), (told.Text("nodeId"), told.GetProperty("lastActiveAtMs").GetInt64(), told.GetProperty("presenceUpdatedAtMs").GetInt64()));
        Assert.True((await owner.RowAsync(_device)).GetProperty("active").GetBoolean());
        Assert.Equal("invalid_payload", await TellAsync(node, "node.presence.activity", """{"idleSeconds":-1,"source":"app"}""", handled: false));

        Assert.Equal("cleared", await TellAsync(node, "node.presence.activity", """{"action":"clear"}"""));
        Assert.Equal(JsonValueKind.Null, (await owner.HearAsync("node.presence")).GetProperty("lastActiveAtMs").ValueKind);
        Assert.Equal("already_clear", await TellAsync(node, "node.presence.activity", """{"action":"clear"}"""));

        await TellAsync(node, "node.presence.activity", """{"idleSeconds":0,"source":"app"}""");
        await owner.HearAsync("node.presence");
        await node.DisposeAsync();
        Assert.Equal(JsonValueKind.Null, (await owner.HearAsync("node.presence")).GetProperty("lastActiveAtMs").ValueKind);
    }

    [Fact]
    public async Task Figures_of_a_machine_are_kept_and_told_once_in_a_while()
    {
        await using var gateway = await TestGateway.StartAsync(time: _clock);
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        Assert.Equal("updated", await TellAsync(node, "node.host.stats", """{"cpuCount":1}"""));
        Assert.Equal("updated", await TellAsync(node, "node.host.stats", """{"cpuCount":2}"""));
        Assert.Equal("invalid_payload", await TellAsync(node, "node.host.stats", """{"cpuCount":"many"}""", handled: false));
        Assert.Equal(2, (await owner.RowAsync(_device)).GetProperty("hostStats").GetProperty("cpuCount").GetInt32());
        _clock.Advance(TimeSpan.FromSeconds(5));
        await TellAsync(node, "node.host.stats", """{"cpuCount":3}""");
        Assert.Equal(1, (await owner.HearAsync("node.hostStats")).GetProperty("hostStats").GetProperty("cpuCount").GetInt32());
        Assert.Equal(3, (await owner.HearAsync("node.hostStats")).GetProperty("hostStats").GetProperty("cpuCount").GetInt32());
    }

    [Fact]
    public async Task Before_its_approval_a_node_gives_signs_of_life_and_nothing_else()
    {
        await using var rooms = await ConformanceGateway.StartAsync();
        var (node, _) = await rooms.Gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using var closing = node;

        Assert.Equal("persisted", await TellAsync(node, "node.presence.alive", """{"trigger":"background"}"""));
        foreach (var name in new[] { "chat.subscribe", "agent.request", "voice.transcript", "exec.finished", "node.presence.activity" })
        {
            Assert.Equal("not_approved", await TellAsync(node, name, """{"sessionKey":"main","message":"m","text":"t"}""", handled: false));
        }

        Assert.Equal("unsupported_event", await TellAsync(node, "totally.unknown", "{}", handled: false));
    }

    [Fact]
    public async Task A_connection_that_was_replaced_reports_nothing_any_more()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var old = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
        var (node, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using var closing = node;

        Assert.Equal("stale_connection", await TellAsync(old, "node.host.stats", """{"cpuCount":1}""", handled: false));
        Assert.Equal("updated", await TellAsync(node, "node.host.stats", """{"cpuCount":1}"""));
    }

    [Fact]
    public async Task Nodes_hear_the_words_that_wake_them_when_they_come_and_when_they_change()
    {
        using var state = new TemporaryDirectory();
        await using (var gateway = await TestGateway.StartAsync(stateDirectory: state.Path))
        {
            await using var owner = await gateway.OwnerAsync();
            await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
            Assert.Equal(["openclaw", "claude", "computer"], (await owner.AskAsync("voicewake.get")).Words("triggers"));
            Assert.Equal("current", (await owner.AskAsync("voicewake.routing.get")).Text("config", "defaultTarget", "mode"));

            var set = await owner.AskAsync("voicewake.set", """{"triggers":["  Hey House ","hey house","",  "x"]}""");
            Assert.Equal(["Hey House", "x"], set.Words("triggers"));
            Assert.Equal(["Hey House", "x"], (await owner.HearAsync("voicewake.changed")).Words("triggers"));
            var changed = await UntilAsync(node, "voicewake.changed", static words => words.Words("triggers")[0] == "Hey House");
            Assert.False(changed.TryGetProperty("seq", out _));
        }

        await using var second = await TestGateway.StartAsync(stateDirectory: state.Path);
        var (again, _) = await second.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using var closing = again;
        Assert.Equal(["Hey House", "x"], (await again.HearAsync("voicewake.changed")).Words("triggers"));
        Assert.Equal(1, (await again.HearAsync("voicewake.routing.changed")).GetProperty("config").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Progress_counts_in_its_order_only()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
        var call = await owner.InvokeAsync(_device, "system.notify");
        var id = (await node.HearAsync("node.invoke.request")).Text("id");

        Assert.False(await IsIgnoredAsync(node, id, 0));
        Assert.False(await IsIgnoredAsync(node, id, 2));
        Assert.True(await IsIgnoredAsync(node, id, 2));
        Assert.True(await IsIgnoredAsync(node, id, 1));
        await node.ReportAsync(_device, id);
        await owner.ReceiveAnswerAsync(call);
        Assert.True(await IsIgnoredAsync(node, id, 3));
    }

    private async Task<bool> IsIgnoredAsync(FrameClient node, string? id, int seq) => (await node.AskAsync(
        "node.invoke.progress", $$"""{"invokeId":"{{id}}","nodeId":"{{_device.Id}}","seq":{{seq}},"chunk":"x"}""")).TryGetProperty("ignored", out _);

    private static Task SayAsync(FrameClient owner, string key, string session) => owner.AskAsync(
        "chat.send", $$"""{"sessionKey":"{{session}}","message":"hello","idempotencyKey":"{{key}}"}""");

    private static async Task<string?> TellAsync(FrameClient node, string name, string payload, bool handled = true)
    {
        var result = await node.AskAsync("node.event", $$"""{"event":"{{name}}","payloadJSON":{{JsonSerializer.Serialize(payload)}}}""");
        Assert.Equal((handled, name), (result.GetProperty("handled").GetBoolean(), result.Text("event")));
        return result.Text("reason");
    }

    /// <summary>The next frame of that event that fits, heard before or still to come.</summary>
    private static async Task<JsonElement> UntilAsync(FrameClient client, string name, Func<JsonElement, bool> fits)
    {
        var heard = client.PassedOver.FindIndex(frame => frame.Text("event") == name && fits(frame.GetProperty("payload")));
        if (heard >= 0)
        {
            return client.PassedOver[heard];
        }

        while (true)
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.Text("event") == name && fits(frame.GetProperty("payload")))
            {
                return frame;
            }

            client.PassedOver.Add(frame);
        }
    }
}
