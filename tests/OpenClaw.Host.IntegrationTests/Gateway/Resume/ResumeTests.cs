using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Events;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Gateway.Resume;

/// <summary>A client that comes back is told what it missed, or that nobody can tell it.</summary>
public sealed class ResumeTests
{
    private const string Reader = """["operator.read"]""";

    [Fact]
    public async Task Only_a_client_that_asks_for_an_epoch_is_named_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (old, hello) = await gateway.ConnectAsync();
        await using var closingOld = old;
        Assert.DoesNotContain("event-resume", hello.GetProperty("features").GetRawText(), StringComparison.Ordinal);
        var (third, older) = await gateway.ConnectAsync(Request().Replace("Protocol\":4", "Protocol\":3", StringComparison.Ordinal));
        await using var closingThird = third;
        Assert.DoesNotContain("event-resume", older.GetProperty("features").GetRawText(), StringComparison.Ordinal);

        var (first, one) = await gateway.ConnectAsync(Request());
        await using var closingFirst = first;
        var (second, two) = await gateway.ConnectAsync(Request());
        await using var closingSecond = second;
        Assert.NotEqual(EpochOf(one), EpochOf(two));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_missed_comes_behind_hello_in_its_order_whether_or_not_the_gateway_has_noticed_the_loss(bool hasNoticed)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (lost, hello) = await gateway.ConnectAsync(Request());
        await using var closingLost = lost;
        EventTests.Publish(gateway, EventNames.Chat, "seen");
        var seen = await lost.ReceiveEventAsync("chat");
        EventTests.Publish(gateway, EventNames.Chat, "missed 1");
        if (hasNoticed)
        {
            var connection = gateway.Connections.ToArray().Single();
            await lost.DisposeAsync();
            await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        }

        EventTests.Publish(gateway, EventNames.Chat, "missed 2");
        var (back, _) = await gateway.ConnectAsync(Request(EpochOf(hello), seen.GetProperty("seq").GetInt64()));
        await using var closing = back;
        EventTests.Publish(gateway, EventNames.Chat, "new");

        Assert.Equal(["missed 1", "missed 2", "done", "new"], await MarksAsync(back, 4));
        if (!hasNoticed)
        {
            Assert.Equal((1000, "resumed on another connection"), await EndOfAsync(lost));
        }
    }

    [Theory]
    [Trait("Threat", "WS-34")]
    [InlineData("of nobody", 1, "unknown-epoch")]
    [InlineData(null, 1_000, "future-seq")]
    [InlineData(null, long.MaxValue, "future-seq")]
    [InlineData(null, -1, "invalid")]
    [InlineData(null, long.MinValue, "invalid")]
    public async Task What_cannot_be_resumed_is_said_and_nothing_is_sent_again(string? epoch, long seq, string reason)
    {
        await using var gateway = await TestGateway.StartAsync();
        var (lost, hello) = await gateway.ConnectAsync(Request());
        await using var closingLost = lost;
        EventTests.Publish(gateway, EventNames.Chat, "missed");

        var (back, _) = await gateway.ConnectAsync(Request(epoch ?? EpochOf(hello), seq));
        await using var closing = back;
        EventTests.Publish(gateway, EventNames.Chat, "new");

        Assert.Equal([$"gap {reason}", "new"], await MarksAsync(back, 2));
    }

    [Fact]
    [Trait("Threat", "WS-34")]
    public async Task The_epoch_of_another_client_gives_nothing_of_it_and_leaves_it_as_it_was()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (victim, hello) = await gateway.ConnectAsync(Request());
        await using var closingVictim = victim;
        EventTests.Publish(gateway, EventNames.Chat, "secret");

        var (thief, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 0, "test", "test"));
        await using var closing = thief;
        EventTests.Publish(gateway, EventNames.ExecApprovalRequested, "approval");
        EventTests.Publish(gateway, EventNames.Heartbeat, "end");

        Assert.Equal(["gap other-identity", "end"], await MarksAsync(thief, 2));
        Assert.Equal(["secret", "approval", "end"], await MarksAsync(victim, 3));
    }

    [Fact]
    [Trait("Threat", "WS-34")]
    public async Task What_is_sent_again_is_judged_by_the_rights_of_the_new_connection()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (lost, hello) = await gateway.ConnectAsync(Request());
        await using var closingLost = lost;
        EventTests.Publish(gateway, EventNames.ExecApprovalRequested, "approval");
        EventTests.Publish(gateway, EventNames.Chat, "text");
        EventTests.Publish(gateway, EventNames.Agent, "tool", e => e with { IsFor = caller => caller.HasScope(OperatorScopes.Admin) });

        var (back, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 0, scopes: Reader));
        await using var closing = back;

        Assert.Equal(["text", "done"], await MarksAsync(back, 2));

        // And never by more than the old one had.
        var (more, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 0));
        await using var closingMore = more;
        Assert.Equal(["text", "done"], await MarksAsync(more, 2));
    }

    [Fact]
    public async Task A_client_that_lost_its_new_connection_before_hello_arrived_still_misses_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (lost, hello) = await gateway.ConnectAsync(Request());
        await using var closingLost = lost;
        EventTests.Publish(gateway, EventNames.Chat, "1");
        var seen = (await lost.ReceiveEventAsync("chat")).GetProperty("seq").GetInt64();
        EventTests.Publish(gateway, EventNames.Chat, "2");
        var (unheard, _) = await gateway.ConnectAsync(Request(EpochOf(hello), seen));
        await using var closingUnheard = unheard;
        EventTests.Publish(gateway, EventNames.Chat, "3");
        var (again, _) = await gateway.ConnectAsync(Request(EpochOf(hello), seen));
        await using var closingAgain = again;
        EventTests.Publish(gateway, EventNames.Chat, "4");
        var (back, next) = await gateway.ConnectAsync(Request(EpochOf(hello), seen));
        await using var closing = back;

        Assert.Equal(["2", "3", "4", "done"], await MarksAsync(back, 4));

        // From here on the new epoch counts, with the numbers of the new connection.
        var (last, _) = await gateway.ConnectAsync(Request(EpochOf(next), 2));
        await using var closingLast = last;
        Assert.Equal(["4", "done"], await MarksAsync(last, 2));
    }

    [Fact]
    public async Task More_than_is_kept_for_a_connection_or_for_all_is_a_gap()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxResumeEvents = 4, MaxJournalBytes = 100_000 });
        var (lost, hello) = await gateway.ConnectAsync(Request());
        await using var closingLost = lost;
        await lost.ReceiveEventAsync("health");
        for (var i = 0; i < 5; i++)
        {
            EventTests.Publish(gateway, EventNames.Chat, $"{i}");
        }

        var (early, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 1));
        await using var closingEarly = early;
        Assert.Equal(["gap too-old"], await MarksAsync(early, 1));

        EventTests.Publish(gateway, EventNames.Chat, new string('x', 60_000));
        EventTests.Publish(gateway, EventNames.Chat, new string('y', 60_000));
        var (late, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 6));
        await using var closingLate = late;
        Assert.Equal(["gap too-old"], await MarksAsync(late, 1));
        var (latest, _) = await gateway.ConnectAsync(Request(EpochOf(hello), 7));
        await using var closing = latest;
        Assert.Equal([new string('y', 60_000), "done"], await MarksAsync(latest, 2));
    }

    [Fact]
    public async Task Whoever_stays_away_too_long_or_says_goodbye_is_not_awaited()
    {
        var time = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: time, options: new() { MaxDetachedConnections = 1 });
        var (away, first) = await gateway.ConnectAsync(Request());
        await EndAsync(gateway, away, says: null);
        time.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(["gap unknown-epoch"], await ResumedAsync(gateway, first));

        var (leaving, second) = await gateway.ConnectAsync(Request());
        await EndAsync(gateway, leaving, says: 1000);
        Assert.Equal(["gap unknown-epoch"], await ResumedAsync(gateway, second));

        var (one, third) = await gateway.ConnectAsync(Request());
        await EndAsync(gateway, one, says: 1001);
        var (two, fourth) = await gateway.ConnectAsync(Request());
        await EndAsync(gateway, two, says: null);
        Assert.Equal(["gap unknown-epoch"], await ResumedAsync(gateway, third));
        Assert.Equal(["done"], await ResumedAsync(gateway, fourth));
    }

    [Fact]
    public async Task A_client_that_comes_and_goes_pushes_nobody_else_out()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxDetachedConnections = 2 });
        var (patient, waiting) = await gateway.ConnectAsync(Request());
        await EndAsync(gateway, patient, says: null);
        var (restless, hello) = await gateway.ConnectAsync(Request());
        for (var round = 0; round < 4; round++)
        {
            await EndAsync(gateway, restless, says: null);
            (restless, hello) = await gateway.ConnectAsync(Request(EpochOf(hello)));
            Assert.Equal(["done"], await MarksAsync(restless, 1));
        }

        await EndAsync(gateway, restless, says: null);
        Assert.Equal(["done"], await ResumedAsync(gateway, waiting));
    }

    [Fact]
    public async Task What_a_connection_listened_to_is_listened_to_by_the_next()
    {
        await using var gateway = await TestGateway.StartAsync();
        var subscriptions = gateway.Services.GetRequiredService<SessionSubscriptions>();
        var (lost, hello) = await gateway.ConnectAsync(Request());
        Assert.True(subscriptions.TryListen(hello.GetProperty("server").GetProperty("connId").GetString()!, "agent:main:main"));
        await EndAsync(gateway, lost, says: null);
        OfTheSession("missed", "agent:main:main");
        OfTheSession("of another", "agent:main:other");

        var (back, _) = await gateway.ConnectAsync(Request(EpochOf(hello)));
        await using var closing = back;
        OfTheSession("new", "agent:main:main");
        Assert.Equal(["missed", "done", "new"], await MarksAsync(back, 3));

        void OfTheSession(string mark, string key) => EventTests.Publish(
            gateway, EventNames.SessionMessage, mark, e => e with { SessionKey = key, Listeners = EventListeners.OfTheSession });
    }

    [Fact]
    [Trait("Threat", "WS-34")]
    [Trait("Threat", "AUTH-30")]
    public async Task What_happened_while_a_right_was_taken_away_is_not_made_up_for_when_it_is_given_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var connect = TestDevice.Operator(OperatorScopes.Read) with { Caps = [ClientCapabilities.EventResume] };
        var (lost, hello) = await EnterAsync(connect);
        await using var closingLost = lost;
        var connection = gateway.Connections.ToArray().Single(one => one.Caller.DeviceId == device.Id);
        await owner.AskAsync("device.pair.remove", $$"""{"deviceId":"{{device.Id}}"}""");
        Assert.Equal((4001, "device removed"), await EndOfAsync(lost));
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        EventTests.Publish(gateway, EventNames.Chat, "secret");

        var (back, _) = await EnterAsync(connect with { Resume = new ConnectResume { Epoch = EpochOf(hello), Seq = 0 } });
        await using var closing = back;
        EventTests.Publish(gateway, EventNames.Chat, "new");
        Assert.Equal(["gap unknown-epoch", "new"], await MarksAsync(back, 2));

        async Task<(FrameClient Client, JsonElement Hello)> EnterAsync(ConnectParams request)
        {
            var client = await gateway.OpenAsync();
            await client.SendAsync(TestDevice.Request(device.Sign(request, client)));
            return (client, (await client.ReceiveAnswerAsync("connect-1")).GetProperty("payload"));
        }
    }

    [Fact]
    public async Task A_client_that_wants_no_epoch_now_hears_that_it_cannot_resume()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (back, hello) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, extra: ""","resume":{"epoch":"e","seq":0}"""));
        await using var closing = back;
        Assert.DoesNotContain("event-resume", hello.GetProperty("features").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["gap invalid"], await MarksAsync(back, 1));
    }

    private static string Request(string? epoch = null, long seq = 0, string id = "cli", string mode = "cli", string scopes = Connects.AllScopes) =>
        Connects.Request(Connects.TokenAuth, id, mode, scopes: scopes, extra: epoch is null ? "" : $$""","resume":{"epoch":"{{epoch}}","seq":{{seq}}}""")
            .Replace("\"caps\":[]", "\"caps\":[\"event-resume\"]", StringComparison.Ordinal);

    private static string EpochOf(JsonElement hello) =>
        hello.Deserialize(ProtocolJsonContext.Default.HelloOk)!.Features.ResumeEpoch ?? throw new InvalidOperationException("No epoch.");

    /// <summary>Ends a connection and waits until the gateway has done all that follows.</summary>
    private static async Task EndAsync(TestGateway gateway, FrameClient client, int? says)
    {
        var connection = gateway.Connections.ToArray().Single();
        if (says is { } code)
        {
            await client.CloseAsync(code);
        }

        await client.DisposeAsync();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<List<string>> ResumedAsync(TestGateway gateway, JsonElement hello)
    {
        var (back, _) = await gateway.ConnectAsync(Request(EpochOf(hello)));
        var marks = await MarksAsync(back, 1);
        await EndAsync(gateway, back, says: 1000);
        return marks;
    }

    private static async Task<(int? Code, string? Reason)> EndOfAsync(FrameClient client)
    {
        var end = await client.ReceiveEndAsync();
        return (end.CloseCode, end.CloseReason);
    }

    /// <summary>The marks of what is published here, and how the resumption ended; every numbered event has to be the next.</summary>
    private static async Task<List<string>> MarksAsync(FrameClient client, int count)
    {
        var marks = new List<string>();
        long? last = null;
        while (marks.Count < count)
        {
            var frame = await client.ReceiveFrameAsync();
            if (frame.TryGetProperty("seq", out var seq))
            {
                Assert.Equal((last ?? (seq.GetInt64() - 1)) + 1, seq.GetInt64());
                last = seq.GetInt64();
            }

            var payload = frame.GetProperty("payload");
            switch (frame.GetProperty("event").GetString())
            {
                case "resume.done":
                    marks.Add("done");
                    break;
                case "resume.gap":
                    marks.Add($"gap {payload.GetProperty("reason").GetString()}");
                    break;
                case not null when payload.TryGetProperty("mark", out var mark):
                    marks.Add(mark.GetString()!);
                    break;
            }
        }

        return marks;
    }
}
