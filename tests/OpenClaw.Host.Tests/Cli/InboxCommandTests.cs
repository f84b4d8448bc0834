using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class InboxCommandTests
{
    private const string Page =
        """
        {"items":[{"id":7,"state":"failed","channel":"fake","accountId":"default","messageId":"m9","chatId":"42","senderId":"42","senderName":"Ann",
        "receivedAtMs":1,"reason":"no agent","preview":"Hello\u001b[31m"}],"counts":{"waiting":0,"failed":1},"nextCursor":7}
        """;

    [Fact]
    public async Task The_list_shows_who_was_not_answered_and_why()
    {
        var (gateway, asked) = await ServeAsync(Page);
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("inbox", "list", "--state", "failed", "--limit", "1"));

        var request = await asked;
        Assert.Equal(("inbox.list", "failed"), (request.GetProperty("method").GetString(), request.GetProperty("params").GetProperty("state").GetString()));
        Assert.Contains("no agent", cli.Output, StringComparison.Ordinal);
        Assert.Contains("fake/default 42 (Ann)", cli.Output, StringComparison.Ordinal);
        Assert.Contains("--cursor 7", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', cli.Output);
    }

    [Theory]
    [InlineData("retry", "Message 7 is handled again.")]
    [InlineData("drop", "Message 7 is dropped.")]
    public async Task A_decision_is_made_by_number(string verb, string expected)
    {
        var (gateway, asked) = await ServeAsync("""{"ok":true,"item":{"id":7}}""");
        await using var served = gateway;
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("inbox", verb, "7"));

        var request = await asked;
        Assert.Equal(($"inbox.{verb}", 7), (request.GetProperty("method").GetString(), request.GetProperty("params").GetProperty("id").GetInt32()));
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
