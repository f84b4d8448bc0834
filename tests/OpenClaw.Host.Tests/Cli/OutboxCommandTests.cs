using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class OutboxCommandTests
{
    private const string Page =
        """
        {"items":[{"id":7,"state":"unknown","kind":"reply","channel":"fake","accountId":"default","to":"42","parts":2,"partsSent":1,"messageIds":["m1"],
        "attempts":1,"createdAtMs":1,"code":"unknown_outcome","reason":"cut off","preview":"Hello\u001b[31m"}],"counts":{"unknown":1},"nextCursor":7}
        """;

    [Fact]
    public async Task The_list_shows_what_is_wrong_and_how_to_go_on()
    {
        var (gateway, asked) = await ServeAsync(Page);
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("outbox", "list", "--state", "unknown", "--limit", "1"));

        var request = await asked;
        Assert.Equal(("outbox.list", "unknown", 1), (request.GetProperty("method").GetString(), request.GetProperty("params").GetProperty("state").GetString(), request.GetProperty("params").GetProperty("limit").GetInt32()));
        Assert.Contains("cut off", cli.Output, StringComparison.Ordinal);
        Assert.Contains("fake/default 42", cli.Output, StringComparison.Ordinal);
        Assert.Contains("--cursor 7", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', cli.Output);
    }

    [Fact]
    public async Task Nothing_is_said_in_one_line()
    {
        var (gateway, _) = await ServeAsync("""{"items":[],"counts":{}}""");
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("outbox", "list"));
        Assert.Equal("No messages.", cli.Output.Trim());
    }

    [Theory]
    [InlineData("retry", "Message 7 is sent again.")]
    [InlineData("drop", "Message 7 is dropped.")]
    public async Task A_decision_is_made_by_number(string verb, string expected)
    {
        var (gateway, asked) = await ServeAsync("""{"ok":true,"item":{"id":7}}""");
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("outbox", verb, "7"));

        var request = await asked;
        Assert.Equal(($"outbox.{verb}", 7), (request.GetProperty("method").GetString(), request.GetProperty("params").GetProperty("id").GetInt32()));
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
