using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class BoxCommandTests
{
    private const string Received =
        """
        {"items":[{"id":7,"state":"failed","channel":"fake","accountId":"default","messageId":"m9","chatId":"42","senderId":"42","senderName":"Ann",
        "receivedAtMs":1,"reason":"no agent","preview":"Hello\u001b[31m"}],"counts":{"waiting":0,"failed":1},"nextCursor":7}
        """;

    private const string Sent =
        """
        {"items":[{"id":7,"state":"unknown","kind":"reply","channel":"fake","accountId":"default","to":"42","parts":2,"partsSent":1,"messageIds":["m1"],
        "attempts":1,"createdAtMs":1,"code":"unknown_outcome","reason":"cut off","preview":"Hello\u001b[31m"}],"counts":{"unknown":1},"nextCursor":7}
        """;

    [Theory]
    [InlineData("inbox", Received, "failed", "no agent", "fake/default 42 (Ann)")]
    [InlineData("outbox", Sent, "unknown", "cut off", "fake/default 42")]
    public async Task The_list_shows_what_is_wrong_and_how_to_go_on(string box, string page, string state, string reason, string peer)
    {
        var (gateway, asked) = await ServeAsync(page);
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(box, "list", "--state", state, "--limit", "1"));

        var request = await asked;
        var parameters = request.GetProperty("params");
        Assert.Equal(
            ($"{box}.list", state, 1),
            (request.GetProperty("method").GetString(), parameters.GetProperty("state").GetString(), parameters.GetProperty("limit").GetInt32()));
        Assert.Contains(reason, cli.Output, StringComparison.Ordinal);
        Assert.Contains(peer, cli.Output, StringComparison.Ordinal);
        Assert.Contains("--cursor 7", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', cli.Output);
    }

    [Theory]
    [InlineData("inbox")]
    [InlineData("outbox")]
    public async Task Nothing_is_said_in_one_line(string box)
    {
        var (gateway, _) = await ServeAsync("""{"items":[],"counts":{}}""");
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(box, "list"));
        Assert.Equal("No messages.", cli.Output.Trim());
    }

    [Theory]
    [InlineData("inbox", "retry", "Message 7 is handled again.")]
    [InlineData("inbox", "drop", "Message 7 is dropped.")]
    [InlineData("outbox", "retry", "Message 7 is sent again.")]
    [InlineData("outbox", "drop", "Message 7 is dropped.")]
    public async Task A_decision_is_made_by_number(string box, string verb, string expected)
    {
        var (gateway, asked) = await ServeAsync("""{"ok":true,"item":{"id":7}}""");
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(box, verb, "7"));

        var request = await asked;
        Assert.Equal(($"{box}.{verb}", 7), (request.GetProperty("method").GetString(), request.GetProperty("params").GetProperty("id").GetInt32()));
        Assert.Equal(expected, cli.Output.Trim());
    }

    private static async Task<(FakeGateway Gateway, Task<JsonElement> Asked)> ServeAsync(string answer)
    {
        var asked = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, answer);
            asked.TrySetResult(request);
            await peer.WaitForCloseAsync();
        });
        return (gateway, asked.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
