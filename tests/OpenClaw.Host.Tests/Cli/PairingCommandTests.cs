using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class PairingCommandTests
{
    private const string Nobody = """{"accounts":[],"requests":[],"commandOwnerConfigured":false,"limits":{"pendingPerAccount":3,"ttlMs":3600000}}""";

    private const string One = """
        {"accounts":[{"channel":"telegram","channelLabel":"Telegram","accountId":"default","notifySupported":false}],
        "requests":[{"requestId":"r-1","channel":"telegram","channelLabel":"Telegram","accountId":"default","senderId":"42","senderLabel":"Telegram user id",
        "metadata":{"username":"ann"},"createdAt":"2026-11-21T10:00:00.000Z","lastSeenAt":"2026-11-21T10:00:00.000Z","expiresAt":"2026-11-21T11:00:00.000Z",
        "notifySupported":false,"code":"ABCD2345"}],"commandOwnerConfigured":false,"limits":{"pendingPerAccount":3,"ttlMs":3600000}}
        """;

    private const string Approved =
        """{"requestId":"r-1","accountId":"default","senderId":"42","notification":"unsupported","commandOwnerBootstrap":"configured"}""";

    [Fact]
    public async Task The_list_shows_codes_in_both_forms()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("channels.pairing.list", One)));
        using var people = new CliRun().For(gateway);
        using var scripts = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await people.RunAsync("pairing", "list"));
        Assert.Equal(ExitCodes.Success, await scripts.RunAsync("pairing", "list", "telegram", "--json"));

        Assert.Contains("ABCD2345", people.Output, StringComparison.Ordinal);
        Assert.Equal("telegram", scripts.Json.GetProperty("channel").GetString());
        var request = scripts.Json.GetProperty("requests")[0];
        Assert.Equal(("42", "ABCD2345"), (request.GetProperty("id").GetString(), request.GetProperty("code").GetString()));
        Assert.Equal("""{"accountId":"default","username":"ann"}""", Compact(request.GetProperty("meta")));
    }

    [Fact]
    public async Task Without_a_channel_that_pairs_the_way_to_devices_is_shown()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("channels.pairing.list", Nobody)));
        using var list = new CliRun().For(gateway);
        using var approve = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await list.RunAsync("pairing", "list"));
        Assert.Equal(ExitCodes.Failure, await approve.RunAsync("pairing", "approve", "ABCD2345"));

        Assert.Contains("openclaw devices approve", list.Output, StringComparison.Ordinal);
        Assert.Contains("openclaw devices approve", approve.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ABCD2345")]
    [InlineData("telegram", "ABCD2345")]
    [InlineData("ABCD2345", "--channel", "telegram")]
    public async Task A_code_lets_in_and_the_first_one_becomes_owner(params string[] words)
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("channels.pairing.list", One), ("channels.pairing.approve", Approved)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(["pairing", "approve", .. words, "--notify"]));

        Assert.Contains("Approved telegram sender 42.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("Command owner configured: telegram:42.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("The sender was not told: unsupported.", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_not_known_is_named()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.FailAsync(await peer.ReadAsync(), """{"code":"INVALID_REQUEST","message":"pending DM access request no longer exists"}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("pairing", "approve", "telegram", "WRONG234"));

        Assert.Contains("telegram has the code WRONG234", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_account_and_two_channels_are_refused()
    {
        using var account = new CliRun();
        using var channels = new CliRun();

        Assert.Equal(ExitCodes.Failure, await account.RunAsync("pairing", "list", "--account", ""));
        Assert.Equal(ExitCodes.Failure, await channels.RunAsync("pairing", "list", "telegram", "--channel", "discord"));

        Assert.Contains("--account must not be empty", account.Error, StringComparison.Ordinal);
        Assert.Contains("telegram and discord", channels.Error, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
