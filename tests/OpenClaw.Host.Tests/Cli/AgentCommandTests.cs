using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class AgentCommandTests
{
    [Fact]
    public async Task On_a_terminal_the_reply_appears_as_it_comes_and_once()
    {
        await using var gateway = await FakeGateway.StartAsync(StreamAsync);
        using var cli = new CliRun().For(gateway);
        cli.Console.IsInteractive = true;

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("agent", "-m", "hi"));

        Assert.Equal("one two three", cli.Output.Trim());
    }

    [Fact]
    public async Task In_a_pipe_only_the_whole_reply_is_printed()
    {
        JsonElement seen = default;
        await using var gateway = await FakeGateway.StartAsync(async peer => seen = await StreamAndTellAsync(peer));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(
            ExitCodes.Success,
            await cli.RunAsync("agent", "--message", "hi", "--session-key", "work", "--agent", "main", "--thinking", "low", "--timeout", "7"));

        Assert.Equal("one two three", cli.Output.Trim());
        var parameters = seen.GetProperty("params");
        Assert.Equal("work", parameters.GetProperty("sessionKey").GetString());
        Assert.Equal("main", parameters.GetProperty("agentId").GetString());
        Assert.Equal("low", parameters.GetProperty("thinking").GetString());
        Assert.Equal(7, parameters.GetProperty("timeout").GetInt32());
        Assert.False(parameters.GetProperty("deliver").GetBoolean());
    }

    [Fact]
    public async Task With_json_the_final_answer_is_the_only_output()
    {
        await using var gateway = await FakeGateway.StartAsync(StreamAsync);
        using var cli = new CliRun().For(gateway);
        cli.Console.IsInteractive = true;

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("agent", "-m", "hi", "--json"));

        Assert.Equal("ok", cli.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_failed_run_ends_with_its_reason()
    {
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, """{"runId":"r","sessionKey":"agent:main:main","status":"accepted"}""");
            await peer.FailAsync(request, """{"code":"UNAVAILABLE","message":"the model is down"}""", """{"runId":"r","status":"error"}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("agent", "-m", "hi"));

        Assert.Equal("Gateway call failed: the model is down", cli.Error.Trim());
    }

    [Fact]
    public async Task Interrupting_the_command_aborts_the_run()
    {
        using var interrupt = new CancellationTokenSource();
        var aborted = new TaskCompletionSource<JsonElement>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            var request = await peer.ReadAsync();
            await peer.RespondAsync(request, """{"runId":"r","sessionKey":"agent:main:main","status":"accepted"}""");
            await peer.EventAsync("chat", 1, $$"""{"runId":{{request.GetProperty("params").GetProperty("idempotencyKey").GetRawText()}},"state":"delta","deltaText":"x"}""");
            var abort = await peer.ReadAsync();
            aborted.SetResult(abort);
            await peer.RespondAsync(abort, """{"ok":true}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);
        var console = cli.Console;
        console.IsInteractive = true;

        var running = cli.RunAsync(["agent", "-m", "hi"], interrupt.Token);
        await Eventually.TrueAsync(() => console.Output.ToString() == "x");
        await interrupt.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, await running);
        var call = await aborted.Task;
        Assert.Equal("chat.abort", call.GetProperty("method").GetString());
        Assert.Equal("agent:main:main", call.GetProperty("params").GetProperty("sessionKey").GetString());
    }

    [Fact]
    public async Task A_message_can_come_from_a_file()
    {
        JsonElement seen = default;
        await using var gateway = await FakeGateway.StartAsync(async peer => seen = await StreamAndTellAsync(peer));
        using var cli = new CliRun().For(gateway);
        await File.WriteAllTextAsync(cli["message.txt"], "from a file");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("agent", "--message-file", cli["message.txt"]));

        Assert.Equal("from a file", seen.GetProperty("params").GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("agent", "Missing message.")]
    [InlineData("agent --message-file /does/not/exist", "Cannot read the message from /does/not/exist")]
    [InlineData("agent -m a --message-file b", "Pass --message or --message-file, not both.")]
    public async Task Without_a_message_nothing_is_sent(string line, string expected)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync(line.Split(' ')));

        Assert.StartsWith(expected, cli.Error, StringComparison.Ordinal);
    }

    private static Task StreamAsync(FakePeer peer) => StreamAndTellAsync(peer);

    private static async Task<JsonElement> StreamAndTellAsync(FakePeer peer)
    {
        await peer.AcceptAsync();
        var request = await peer.ReadAsync();
        var run = request.GetProperty("params").GetProperty("idempotencyKey").GetRawText();
        await peer.RespondAsync(request, $$"""{"runId":{{run}},"sessionKey":"agent:main:main","status":"accepted"}""");
        await peer.EventAsync("chat", 1, $$"""{"runId":{{run}},"state":"delta","deltaText":"one "}""");
        await peer.EventAsync("chat", 2, """{"runId":"another","state":"delta","deltaText":"NOT THIS"}""");
        await peer.EventAsync("chat", 3, $$"""{"runId":{{run}},"state":"delta","deltaText":"two "}""");
        await peer.RespondAsync(
            request, $$"""{"runId":{{run}},"status":"ok","result":{"payloads":[{"text":"one two three"}] } }""");
        return request;
    }
}
