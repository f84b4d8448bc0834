using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Gateway;

/// <summary>What connections are told unasked: numbers, versions, filters, timers, and what a slow reader costs.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Ticks_come_on_one_clock_for_all_and_are_numbered_per_connection()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        var (first, _) = await gateway.ConnectAsync();
        await using var closingFirst = first;
        Assert.Equal(1, (await first.ReceiveEventAsync("health")).GetProperty("seq").GetInt64());
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await first.ReceiveEventAsync("tick")).GetProperty("seq").GetInt64());

        var (second, _) = await gateway.ConnectAsync();
        await using var closingSecond = second;
        time.Advance(TimeSpan.FromSeconds(30));
        var tick = await second.ReceiveEventAsync("tick");
        Assert.Equal(1, tick.GetProperty("seq").GetInt64());
        Assert.Equal(time.GetUtcNow().ToUnixTimeMilliseconds(), tick.GetProperty("payload").GetProperty("ts").GetInt64());
        Assert.False(tick.TryGetProperty("stateVersion", out _));
        Assert.Equal(3, (await first.ReceiveEventAsync("tick")).GetProperty("seq").GetInt64());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"event-resume\"")]
    public async Task Nothing_that_happens_once_hello_is_there_is_lost(string capability)
    {
        await using var gateway = await TestGateway.StartAsync();
        for (var round = 0; round < 100; round++)
        {
            var (client, _) = await gateway.ConnectAsync(
                Connects.Request(Connects.TokenAuth).Replace("\"caps\":[]", $"\"caps\":[{capability}]", StringComparison.Ordinal));
            await using var closing = client;
            Publish(gateway, EventNames.Chat, $"{round}");
            Assert.Equal($"{round}", (await client.ReceiveEventAsync("chat")).GetProperty("payload").GetProperty("mark").GetString());
        }
    }

    [Fact]
    public async Task Health_is_renewed_every_minute_and_carries_its_version()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        var (client, hello) = await gateway.ConnectAsync();
        await using var closing = client;
        Assert.Equal("{}", hello.GetProperty("snapshot").GetProperty("health").ToString());
        var first = await client.ReceiveEventAsync("health");
        Assert.True(first.GetProperty("payload").GetProperty("ok").GetBoolean());
        time.Advance(TimeSpan.FromSeconds(60));
        var second = await client.ReceiveEventAsync("health");
        Assert.Equal(
            first.GetProperty("stateVersion").GetProperty("health").GetInt64() + 1,
            second.GetProperty("stateVersion").GetProperty("health").GetInt64());
    }

    [Fact]
    public async Task Health_is_answered_from_memory_unless_a_probe_is_asked_for()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time);
        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        var taken = (await client.ReceiveEventAsync("health")).GetProperty("payload").GetProperty("ts").GetInt64();
        time.Advance(TimeSpan.FromSeconds(10));
        await client.SendAsync("""{"type":"req","id":"h1","method":"health","params":{"bogus":1}}""");
        Assert.Equal(taken, (await client.ReceiveAnswerAsync("h1")).GetProperty("payload").GetProperty("ts").GetInt64());
        await client.SendAsync("""{"type":"req","id":"h2","method":"health","params":{"probe":true}}""");
        Assert.Equal(taken + 10_000, (await client.ReceiveAnswerAsync("h2")).GetProperty("payload").GetProperty("ts").GetInt64());
    }

    [Fact]
    public async Task Presence_lists_who_is_here_and_who_has_left_but_no_command_lines()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (watcher, hello) = await gateway.ConnectAsync();
        await using var closing = watcher;
        var self = Assert.Single(hello.GetProperty("snapshot").GetProperty("presence").EnumerateArray());
        Assert.Equal(("gateway", "self"), (self.GetProperty("mode").GetString(), self.GetProperty("reason").GetString()));
        var before = hello.GetProperty("snapshot").GetProperty("stateVersion").GetProperty("presence").GetInt64();

        var (guest, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, "test", "test"));
        var joined = await watcher.ReceiveEventAsync("presence");
        Assert.Equal(before + 1, joined.GetProperty("stateVersion").GetProperty("presence").GetInt64());
        var row = joined.GetProperty("payload").GetProperty("presence")[1];
        Assert.Equal(("test", "connect"), (row.GetProperty("clientId").GetString(), row.GetProperty("reason").GetString()));
        Assert.Equal("Node: unknown · mode test", row.GetProperty("text").GetString());
        Assert.False(row.TryGetProperty("ip", out _));

        await guest.CloseAsync();
        await guest.DisposeAsync();
        var left = await watcher.ReceiveEventAsync("presence");
        Assert.Equal("disconnect", left.GetProperty("payload").GetProperty("presence")[1].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Events_reach_those_who_hold_the_scope_and_the_capability()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (all, _) = await gateway.ConnectAsync(
            Connects.Request(Connects.TokenAuth).Replace("\"caps\":[]", "\"caps\":[\"tool-events\"]", StringComparison.Ordinal));
        await using var closingAll = all;
        var (reader, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.read"]"""));
        await using var closingReader = reader;
        var (nobody, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: "[]"));
        await using var closingNobody = nobody;

        Publish(gateway, EventNames.ExecApprovalRequested, "approval");
        Publish(gateway, EventNames.Agent, "tool", e => e with { RequiredCapability = "tool-events" });
        Publish(gateway, EventNames.Agent, "text");
        Publish(gateway, "no.such.event", "lost");
        Publish(gateway, EventNames.Heartbeat, "end");

        Assert.Equal(["approval", "tool", "text", "end"], await MarksUntilEndAsync(all));
        Assert.Equal(["text", "end"], await MarksUntilEndAsync(reader));
        Assert.Equal(["end"], await MarksUntilEndAsync(nobody));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"event-resume\"")]
    public async Task With_many_publishers_at_once_numbers_have_no_holes_and_each_publisher_keeps_its_order(string capability)
    {
        const int Publishers = 4;
        const int Events = 50;
        await using var gateway = await TestGateway.StartAsync();
        var (client, _) = await gateway.ConnectAsync(
            Connects.Request(Connects.TokenAuth).Replace("\"caps\":[]", $"\"caps\":[{capability}]", StringComparison.Ordinal));
        await using var closing = client;
        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(() =>
        {
            for (var number = 0; number < Events; number++)
            {
                Publish(gateway, EventNames.Chat, $"{publisher} {number}");
            }
        })));

        var heard = new List<string[]>();
        long last = 0;
        while (heard.Count < Publishers * Events)
        {
            var frame = await client.ReceiveFrameAsync();
            Assert.Equal(++last, frame.GetProperty("seq").GetInt64());
            if (frame.GetProperty("event").GetString() == EventNames.Chat)
            {
                heard.Add(frame.GetProperty("payload").GetProperty("mark").GetString()!.Split(' '));
            }
        }

        Assert.All(
            heard.GroupBy(static mark => mark[0], static mark => mark[1]),
            static one => Assert.Equal(Enumerable.Range(0, Events).Select(static number => $"{number}"), one));
    }

    [Fact]
    [Trait("Threat", "WS-13")]
    public async Task A_client_that_never_reads_loses_droppable_events_then_its_connection_and_nobody_else_notices()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxBufferedBytes = 400_000 });
        var (slow, _) = await gateway.ConnectAsync();
        await using var closingSlow = slow;
        var (other, _) = await gateway.ConnectAsync();
        await using var closingOther = other;
        var connection = gateway.Connections.ToArray();
        var filler = new string('x', 100_000);

        // Far more than the socket buffers of both ends take; the numbers of dropped events stay used.
        for (var i = 0; i < 300; i++)
        {
            Publish(gateway, EventNames.Cron, filler);
            await other.ReceiveEventAsync("cron");
        }

        Assert.Equal(2, gateway.Connections.Count);
        for (var i = 0; i < 6; i++)
        {
            Publish(gateway, EventNames.Chat, filler);
            await other.ReceiveEventAsync("chat");
        }

        var seen = new List<long>();
        ServerMessage message;
        while ((message = await slow.ReceiveAsync()).Frame is { } frame)
        {
            if (frame.TryGetProperty("seq", out var seq))
            {
                seen.Add(seq.GetInt64());
            }
        }

        Assert.Equal((1008, "slow consumer"), (message.CloseCode!.Value, message.CloseReason));
        Assert.InRange(seen.Count, 1, 299);
        Assert.Equal(seen.Order(), seen);
        await Task.WhenAny(connection.Select(one => one.Ended)).WaitAsync(TimeSpan.FromSeconds(20));
        await FrameTests.AssertAliveAsync(other);
        Assert.Equal(1, gateway.Connections.Count);
    }

    [Fact]
    [Trait("Threat", "WS-14")]
    public async Task A_half_open_connection_is_cut_after_the_pong_window_and_its_presence_goes()
    {
        await using var gateway = await TestGateway.StartAsync(options: new()
        {
            PingInterval = TimeSpan.FromMilliseconds(300),
            PongTimeout = TimeSpan.FromMilliseconds(1_500),
        });
        var (watcher, _) = await gateway.ConnectAsync();
        await using var closing = watcher;
        var (silent, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, "test", "test"));
        await using var closingSilent = silent;
        silent.AnswersPings = false;
        Assert.Equal("connect", Reason(await watcher.ReceiveEventAsync("presence")));
        var left = watcher.ReceiveEventAsync("presence");
        Assert.True((await silent.ReceiveEndAsync()).IsLost);
        Assert.Equal("disconnect", Reason(await left));
        await FrameTests.AssertAliveAsync(watcher);
    }

    private static string? Reason(JsonElement presence) =>
        presence.GetProperty("payload").GetProperty("presence")[1].GetProperty("reason").GetString();

    internal static void Publish(TestGateway gateway, string name, string mark, Func<GatewayEvent, GatewayEvent>? with = null)
    {
        var payload = JsonElement.Parse($$"""{"mark":"{{mark}}"}""");
        var made = GatewayEvent.Create(name, payload, ProtocolJsonContext.Default.JsonElement);
        gateway.Events.Publish(with is null ? made : with(made));
    }

    private static async Task<List<string>> MarksUntilEndAsync(FrameClient client)
    {
        var marks = new List<string>();
        while (marks.LastOrDefault() != "end")
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.TryGetProperty("payload", out var payload) && payload.TryGetProperty("mark", out var mark))
            {
                marks.Add(mark.GetString()!);
            }
        }

        return marks;
    }
}
