using System.Text;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The bridge ends, says nothing, or says what it should not; WhatsApp hangs up.</summary>
public sealed class WhatsAppTroubleTests
{
    [Fact]
    public async Task A_bridge_that_does_not_greet_is_ended_and_started_again()
    {
        await using var whatsapp = new FakeWhatsApp { Hello = null };
        var clock = new ManualClock();
        await using var gateway = await WhatsAppAccounts.GatewayAsync(clock);
        var starting = gateway.StartWhatsAppAsync(whatsapp);
        await whatsapp.UntilAsync(() => whatsapp.Starts == 1 && whatsapp.Bridge.Pid > 0);
        var silent = whatsapp.Bridge.Pid;

        await clock.WhenTimerDueIn(TimeSpan.FromSeconds(60));
        clock.Advance(TimeSpan.FromSeconds(60));
        whatsapp.Hello = new() { ["protocol"] = 1, ["pid"] = 1 };
        await clock.WhenTimerDueIn(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));

        var account = await starting;
        await UntilAsync(() => account.Channel.Status.State == ChannelState.Running);
        Assert.Equal(2, whatsapp.Starts);
        Assert.False(Directory.Exists($"/proc/{silent}"));
    }

    [Fact]
    public async Task A_bridge_of_another_protocol_is_not_talked_to()
    {
        await using var whatsapp = new FakeWhatsApp { Hello = new() { ["protocol"] = 2, ["pid"] = 1 } };
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = gateway.StartWhatsAppAsync(whatsapp);
        await whatsapp.AskedAsync("stop");
        whatsapp.Hello["protocol"] = 1;

        await account;
        Assert.Single(whatsapp.Requests, static one => one.Op == "start");
    }

    [Fact]
    public async Task A_bridge_that_always_ends_is_left_to_the_host_and_its_last_words_are_shown_without_numbers()
    {
        await using var whatsapp = new FakeWhatsApp();
        for (var i = 0; i < 5; i++)
            whatsapp.EarlyExits.Enqueue(3);
        var clock = new ManualClock();
        await using var gateway = await WhatsAppAccounts.GatewayAsync(clock);
        var starting = gateway.StartWhatsAppAsync(whatsapp);
        foreach (var seconds in new[] { 1, 2, 4, 8 })
        {
            await clock.WhenTimerDueIn(TimeSpan.FromSeconds(seconds));
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        var account = await starting;
        await UntilAsync(() => account.Channel.Status.State == ChannelState.Failed);

        var status = account.Channel.Status;
        Assert.Equal(("crashing", false, 5), (status.Health, status.IsTerminal, whatsapp.Starts));
        Assert.StartsWith("the bridge ended 5 times within 5 minutes; it is started again after a while. the bridge ended with code 3", status.LastError, StringComparison.Ordinal);
        Assert.Contains("cannot find what I need", status.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeWhatsApp.Me, status.LastError, StringComparison.Ordinal);
        Assert.IsType<SendRetryable>(await account.SendAsync(new ChatAddress("+15550001001", ChatKind.Direct), "hello"));
    }

    [Theory]
    [InlineData(440, "conflict")]
    [InlineData(403, "forbidden")]
    [InlineData(411, "multidevice-mismatch")]
    [Trait("Threat", "CH-26")]
    public async Task A_refusal_that_trying_again_makes_worse_stops_the_account(int status, string health)
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = await gateway.StartWhatsAppAsync(whatsapp);

        await whatsapp.CloseAsync(status, "replaced");
        await UntilAsync(() => account.Channel.Status.IsTerminal);

        Assert.Equal((ChannelState.Failed, health, status), (account.Channel.Status.State, account.Channel.Status.Health, account.Channel.Status.LastDisconnect!.Status));
        Assert.Single(whatsapp.Requests, static one => one.Op == "start");
    }

    [Fact]
    [Trait("Threat", "CH-25")]
    public async Task A_device_that_was_logged_out_is_not_tried_again()
    {
        await using var whatsapp = new FakeWhatsApp();
        whatsapp.Closes.Enqueue(new() { ["statusCode"] = 401, ["reason"] = "logged out", ["loggedOut"] = true });
        await using var gateway = await WhatsAppAccounts.GatewayAsync();

        var account = await gateway.StartWhatsAppAsync(whatsapp);

        Assert.Equal((ChannelState.NeedsLogin, true, "logged-out"), (account.Channel.Status.State, account.Channel.Status.Linked, account.Channel.Status.Health));
        Assert.Single(whatsapp.Requests, static one => one.Op == "start");
        var outcome = Assert.IsType<SendNotLinked>(await account.SendAsync(new ChatAddress("+15550001001", ChatKind.Direct), "hello"));
        Assert.Contains("No active WhatsApp Web listener", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_begun_again_after_growing_pauses_and_a_restart_that_is_asked_for_at_once()
    {
        await using var whatsapp = new FakeWhatsApp();
        var clock = new ManualClock();
        await using var gateway = await WhatsAppAccounts.GatewayAsync(clock);
        var account = await gateway.StartWhatsAppAsync(whatsapp);
        whatsapp.Closes.Enqueue(new() { ["statusCode"] = 503, ["reason"] = "unavailable" });
        whatsapp.Closes.Enqueue(new() { ["reason"] = "WebSocket Error (ENOTFOUND)" });

        await whatsapp.CloseAsync(408, "lost");
        foreach (var (least, most) in new[] { (1.5, 2.5), (2.7, 4.5), (4.8, 8.2) })
        {
            await clock.WhenTimerDueWithin(TimeSpan.FromSeconds(most));
            Assert.Equal(ChannelState.Connecting, account.Channel.Status.State);
            clock.Advance(TimeSpan.FromSeconds(least - 0.01));
            clock.Advance(TimeSpan.FromSeconds(most - least + 0.02));
        }

        await UntilAsync(() => account.Channel.Status.State == ChannelState.Running);
        Assert.Equal(4, whatsapp.Requests.Count(static one => one.Op == "start"));
        Assert.Equal("WebSocket Error (ENOTFOUND)", account.Channel.Status.LastDisconnect!.Reason);
        await whatsapp.CloseAsync(515, "restart required", restartRequired: true);
        await whatsapp.AskedAsync("start", 5);
        Assert.Equal(1, whatsapp.Starts);
    }

    [Fact]
    [Trait("Threat", "CH-28")]
    public async Task A_bridge_that_does_not_answer_is_killed_and_one_without_news_of_WhatsApp_connects_anew()
    {
        await using var whatsapp = new FakeWhatsApp { IdleMs = 6 * 60 * 1000 };
        var clock = new ManualClock();
        await using var gateway = await WhatsAppAccounts.GatewayAsync(clock);
        var account = await gateway.StartWhatsAppAsync(whatsapp);
        await clock.WhenTimerDueIn(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));
        await whatsapp.AskedAsync("start", 2);
        whatsapp.IdleMs = 10;
        whatsapp.Fail("ping", BridgeFault.Silence, BridgeFault.Silence);
        var pid = whatsapp.Bridge.Pid;

        for (var missed = 0; missed < 2; missed++)
        {
            await clock.WhenTimerDueIn(TimeSpan.FromSeconds(30));
            clock.Advance(TimeSpan.FromSeconds(30));
            await whatsapp.AskedAsync("ping", missed + 2);
            await clock.WhenTimerDueWithin(TimeSpan.FromSeconds(10));
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        await UntilAsync(() => !Directory.Exists($"/proc/{pid}"));
        await clock.WhenTimerDueIn(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => account.Channel.Status.State == ChannelState.Running);
        Assert.Equal(2, whatsapp.Starts);
    }

    [Fact]
    [Trait("Threat", "CH-24")]
    public async Task Lines_of_no_use_are_passed_over_and_never_shown()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = await gateway.StartWhatsAppAsync(whatsapp);

        await whatsapp.Bridge.RawAsync(Encoding.UTF8.GetBytes("Closing session: SessionEntry { privKey: <Buffer 01 02> }\n\n[1]\n{\"level\":30}\n{\"event\":5}\n{\"id\":1}\n\xff\xfe\n"));
        await whatsapp.Bridge.RawAsync("{\"event\":\"message\",\"data\":null}\n{\"event\":\"message\",\"data\":{\"key\":5,\"spool\":\"x\"}}\n{\"event\":\"news\",\"data\":{}}\n"u8.ToArray());
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(41), "hello"));

        Assert.Equal(WhatsAppPeople.Id(41), (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(1, whatsapp.Starts);
        Assert.Contains(whatsapp.Requests, static one => one.Op == "taken" && (string?)one.Params["ids"]![0] == "x");
    }

    [Theory]
    [Trait("Threat", "CH-24")]
    [InlineData(1, 2 * 1024 * 1024)]
    [InlineData(200, 10)]
    public async Task A_bridge_that_floods_with_rubbish_is_replaced_and_nothing_else_suffers(int lines, int length)
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = await gateway.StartWhatsAppAsync(whatsapp);

        var line = new string('x', length) + "\n";
        await whatsapp.Bridge.RawAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, lines)) + "{\"event\":\"news\",\"data\":{}}\n"));
        await whatsapp.UntilAsync(() => whatsapp.Starts == 2 && whatsapp.Bridge.IsOpen);
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(41), "hello"));

        Assert.Equal(WhatsAppPeople.Id(41), (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(ChannelState.Running, account.Channel.Status.State);
    }

    [Fact]
    [Trait("Threat", "CH-24")]
    public async Task There_is_no_door_that_another_program_could_come_in_by()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        await gateway.StartWhatsAppAsync(whatsapp);
        var pid = whatsapp.Bridge.Pid;

        // Its three streams are pipes to the gateway: nothing listens, and its surroundings hold nothing of the gateway's.
        foreach (var stream in new[] { 0, 1, 2 })
            Assert.Matches("^(pipe|socket):", File.ResolveLinkTarget($"/proc/{pid}/fd/{stream}", returnFinalTarget: false)!.Name);
        var surroundings = await File.ReadAllTextAsync($"/proc/{pid}/environ");
        Assert.DoesNotContain("OPENCLAW", surroundings, StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", surroundings, StringComparison.Ordinal);
        var group = (await File.ReadAllTextAsync($"/proc/{pid}/stat")).Split(' ')[4];
        Assert.Equal(pid.ToString(System.Globalization.CultureInfo.InvariantCulture), group);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_the_account_waits_for_it()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var settings = new System.Text.Json.Nodes.JsonObject { ["authDir"] = whatsapp.AuthDir }.ToJsonString();

        var account = await gateway.StartAccountAsync("whatsapp", settings);

        Assert.Equal((ChannelState.Failed, false, true), (account.Channel.Status.State, account.Channel.Status.IsConfigured, account.Channel.Status.IsTerminal));
        Assert.Contains("openclaw whatsapp install", account.Channel.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_accounts_cannot_have_the_same_credentials()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        await gateway.StartWhatsAppAsync(whatsapp);

        var refused = await Assert.ThrowsAsync<ChannelException>(() => gateway.StartAccountAsync("whatsapp", WhatsAppAccounts.SettingsFor(whatsapp), account: "second"));

        Assert.Equal("account second has the same authDir as account default; give it one of its own, or remove it", refused.Message);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }
}
