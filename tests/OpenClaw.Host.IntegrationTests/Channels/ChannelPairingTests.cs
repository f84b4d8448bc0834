using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Channels.Pairing;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.IntegrationTests.Nodes;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.IntegrationTests.Channels;

public sealed class ChannelPairingTests
{
    private const string Demo = """{"demo":{"enabled":true}}""";
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_stranger_asks_once_and_is_let_in_by_the_code()
    {
        await using var channels = await ChannelGateway.StartAsync(Demo);
        await using var owner = await channels.Gateway.OwnerAsync();

        var (outcome, request) = await channels.HearAsync("42");
        Assert.Equal(PairingAsk.Created, outcome);
        Assert.Matches($"^[{PairingCodes.Alphabet}]{{8}}$", request!.Code);
        var (again, same) = await channels.HearAsync("42");
        Assert.Equal((PairingAsk.Waiting, request.Code), (again, same!.Code));

        var listed = (await owner.AskAsync("channels.pairing.list")).GetProperty("requests")[0];
        Assert.Equal(("42", "demo", "DEMO", "default"), (listed.Text("senderId"), listed.Text("channel"), listed.Text("channelLabel"), listed.Text("accountId")));
        Assert.Equal((request.Id, 32), (listed.Text("requestId"), request.Id.Length));
        Assert.Equal("someone", listed.Text("metadata", "username"));
        Assert.DoesNotContain(request.Code, listed.ToString(), StringComparison.Ordinal);

        Assert.False(await channels.Pairing.IsAllowedAsync("demo", "default", "42", CancellationToken.None));
        var approved = await owner.AskAsync("channels.pairing.approve", $$"""{"channel":"demo","code":"{{request.Code.ToLowerInvariant()}}"}""");
        Assert.Equal(("42", "not-requested", "not-requested"), (approved.Text("senderId"), approved.Text("notification"), approved.Text("commandOwnerBootstrap")));
        Assert.True(await channels.Pairing.IsAllowedAsync("demo", "default", "42", CancellationToken.None));
        Assert.False(await channels.Pairing.IsAllowedAsync("other", "default", "42", CancellationToken.None));

        // A code is good once.
        Assert.Equal(
            "pending DM access request no longer exists",
            await owner.FailAsync("channels.pairing.approve", $$"""{"channel":"demo","code":"{{request.Code}}"}"""));
        Assert.Equal(PairingAsk.Allowed, (await channels.HearAsync("42")).Outcome);
    }

    [Fact]
    public async Task Who_is_let_in_is_told_where_it_wrote_if_somebody_wants_that()
    {
        await using var channels = await ChannelGateway.StartAsync(Demo);
        await using var owner = await channels.Gateway.OwnerAsync();
        var request = (await channels.HearAsync("42")).Request!;
        Assert.True((await owner.AskAsync("channels.pairing.list")).GetProperty("requests")[0].GetProperty("notifySupported").GetBoolean());

        var approved = await owner.AskAsync("channels.pairing.approve", $$"""{"channel":"demo","accountId":"default","requestId":"{{request.Id}}","notify":true}""");
        Assert.Equal(["commandOwnerBootstrap", "notification", "requestId", "senderId"], approved.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("sent", approved.Text("notification"));
        var row = await channels.Gateway.Services.GetRequiredService<SqliteDatabase>().ReadAsync(
            connection => OutboxSql.FindByKey(connection, $"pairing-approved:{request.Id}"), CancellationToken.None);
        Assert.Equal(("demo", "default", "chat of 42"), (row!.Channel, row.AccountId, row.Destination));

        var (_, unknown) = await channels.Pairing.AskAsync(
            "demo", "default", "43", new Dictionary<string, string>(), chat: null, CancellationToken.None);
        var silent = await owner.AskAsync("channels.pairing.approve", $$"""{"channel":"demo","code":"{{unknown!.Code}}","notify":true}""");
        Assert.Equal("unsupported", silent.Text("notification"));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_lets_in()
    {
        await using var channels = await ChannelGateway.StartAsync(Demo);
        var code = (await channels.HearAsync("42")).Request!.Code;
        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => channels.Pairing.ApproveAsync(open => PairingCodes.Find(open, code), along: null, CancellationToken.None).AsTask()));
        Assert.Single(decisions, static decision => decision is not null);
    }

    [Fact]
    public async Task A_fourth_stranger_of_an_account_is_told_nothing_until_one_is_gone()
    {
        await using var channels = await ChannelGateway.StartAsync("""{"demo":{"accounts":{"a":{},"b":{}}}}""", _clock);
        for (var sender = 0; sender < ChannelPairing.MaxPerAccount; sender++)
        {
            Assert.Equal(PairingAsk.Created, (await channels.HearAsync($"{sender}", "a")).Outcome);
        }

        Assert.Equal((PairingAsk.Full, null), await channels.HearAsync("late", "a"));
        Assert.Equal(PairingAsk.Created, (await channels.HearAsync("late", "b")).Outcome);

        // That a stranger goes on writing does not make the request last longer.
        _clock.Advance(ChannelPairing.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(PairingAsk.Waiting, (await channels.HearAsync("0", "a")).Outcome);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await channels.Pairing.ListAsync(CancellationToken.None));
        Assert.Equal(PairingAsk.Created, (await channels.HearAsync("late", "a")).Outcome);
    }

    [Fact]
    public async Task What_was_decided_outlives_a_restart()
    {
        using var state = new TemporaryDirectory();
        string code;
        await using (var first = await ChannelGateway.StartAsync(Demo, stateDirectory: state.Path))
        {
            await using var owner = await first.Gateway.OwnerAsync();
            var request = (await first.HearAsync("42")).Request!;
            await owner.AskAsync("channels.pairing.approve", $$"""{"channel":"demo","accountId":"default","requestId":"{{request.Id}}"}""");
            code = (await first.HearAsync("43")).Request!.Code;
        }

        await using var second = await ChannelGateway.StartAsync(Demo, stateDirectory: state.Path);
        await using var again = await second.Gateway.OwnerAsync();
        Assert.True(await second.Pairing.IsAllowedAsync("demo", "default", "42", CancellationToken.None));
        var waiting = await again.AskAsync("channels.pairing.list", """{"includeCodes":true}""");
        Assert.Equal(code, waiting.GetProperty("requests")[0].Text("code"));
    }

    [Fact]
    public async Task A_dismissed_stranger_may_ask_again_and_gets_another_code()
    {
        await using var channels = await ChannelGateway.StartAsync(Demo);
        await using var owner = await channels.Gateway.OwnerAsync();
        var first = (await channels.HearAsync("42")).Request!;

        var dismissal = $$"""{"channel":"demo","accountId":"default","requestId":"{{first.Id}}"}""";
        Assert.Equal("42", (await owner.AskAsync("channels.pairing.dismiss", dismissal)).Text("senderId"));
        Assert.Equal("pending DM access request no longer exists", await owner.FailAsync("channels.pairing.dismiss", dismissal));
        Assert.NotEqual(first.Code, (await channels.HearAsync("42")).Request!.Code);
    }

    [Fact]
    public async Task Only_accounts_with_the_policy_pairing_take_part_and_only_for_those_who_may_decide()
    {
        await using var channels = await ChannelGateway.StartAsync(
            """{"demo":{"dmPolicy":"allowlist","accounts":{"a":{},"b":{"dmPolicy":"pairing"}}},"other":{"enabled":false}}""");
        await using var owner = await channels.Gateway.OwnerAsync();

        var accounts = (await owner.AskAsync("channels.pairing.list")).GetProperty("accounts");
        Assert.Equal("b", Assert.Single(accounts.EnumerateArray()).Text("accountId"));
        Assert.Equal("unknown pairing channel: other", await owner.FailAsync("channels.pairing.list", """{"channel":"other"}"""));
        Assert.Equal(
            "channel account does not use DM pairing: demo:a",
            await owner.FailAsync("channels.pairing.approve", """{"channel":"demo","accountId":"a","requestId":"x"}"""));
        Assert.Contains("either a code", await owner.FailAsync("channels.pairing.approve", """{"channel":"demo"}"""), StringComparison.Ordinal);

        var (pairer, _) = await channels.Gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.pairing"]"""));
        await using var closing = pairer;
        await pairer.AskAsync("channels.pairing.list");
        Assert.Equal(
            "missing scope: operator.admin",
            await pairer.FailAsync("channels.pairing.approve", """{"channel":"demo","code":"AAAAAAAA","bootstrapCommandOwner":true}"""));
        var (reader, _) = await channels.Gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.read"]"""));
        await using var closingReader = reader;
        Assert.Equal("missing scope: operator.pairing", await reader.FailAsync("channels.pairing.list", "{}"));
    }

    [Fact]
    public async Task Names_of_strangers_are_cut_and_senders_without_a_name_get_nothing()
    {
        await using var channels = await ChannelGateway.StartAsync(Demo);
        Assert.Equal((PairingAsk.Full, null), await channels.HearAsync(""));
        var (_, request) = await channels.Pairing.AskAsync(
            "demo", "default", "42", new Dictionary<string, string> { ["name"] = "\u001b" + new string('x', 1000), ["evil"] = "kept?" }, chat: null, CancellationToken.None);
        Assert.Equal(128, request!.Meta["name"].Length);
        Assert.StartsWith("?x", request.Meta["name"], StringComparison.Ordinal);
        Assert.False(request.Meta.ContainsKey("evil"));
    }
}
