using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class LogsCommandTests
{
    private const string Line = """{\"time\":\"2026-11-21T10:00:00Z\",\"level\":\"info\",\"subsystem\":\"gateway\",\"message\":\"it \\u001b[31mruns\"}""";

    [Fact]
    public async Task Lines_are_shown_for_people_without_their_escapes()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("logs.tail", Chunk(10, Line, "no json"))));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("logs"));

        Assert.Equal(
            ["Log file: /var/log/openclaw.log", "2026-11-21T10:00:00Z info gateway it \u25a1[31mruns", "no json"],
            cli.Output.Trim().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task For_scripts_every_line_is_a_document()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("logs.tail", Chunk(10, Line, "no json"))));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("logs", "--json"));

        var types = cli.Output.Trim().Split('\n').Select(line => System.Text.Json.JsonElement.Parse(line).GetProperty("type").GetString());
        Assert.Equal(["meta", "log", "raw"], types);
    }

    [Fact]
    public async Task Following_asks_for_what_is_new_and_ends_with_the_interrupt()
    {
        var time = new ManualClock();
        using var interrupt = new CancellationTokenSource();
        var cursors = new List<string>();
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            while (true)
            {
                var request = await peer.ReadAsync();
                cursors.Add(request.GetProperty("params").TryGetProperty("cursor", out var cursor) ? cursor.GetRawText() : "none");
                await peer.RespondAsync(request, Chunk(cursors.Count * 10, $"line {cursors.Count}"));
            }
        });
        using var cli = new CliRun { Time = time }.For(gateway);

        var running = cli.RunAsync(["logs", "--follow", "--interval", "500"], interrupt.Token);
        await Eventually.TrueAsync(() => cli.Output.Contains("line 1", StringComparison.Ordinal));
        await time.WhenTimerDueWithin(TimeSpan.FromMilliseconds(500));
        time.Advance(TimeSpan.FromMilliseconds(500));
        await Eventually.TrueAsync(() => cli.Output.Contains("line 2", StringComparison.Ordinal));
        await interrupt.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, await running);
        Assert.Equal(["none", "10"], cursors);
    }

    [Fact]
    public async Task With_the_gateway_down_the_file_is_read()
    {
        using var cli = new CliRun().WithConfig("""{ gateway: { port: 1 } }""");
        var file = cli[Path.Combine("logs", $"openclaw-{DateTime.Now:yyyy-MM-dd}.log")];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, """{"time":"t","level":"warn","subsystem":"s","message":"from the file"}""" + "\n");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("logs"));

        Assert.Equal("Local Gateway RPC unavailable; reading configured file log instead.", cli.Error.Trim());
        Assert.Contains("t warn s from the file", cli.Output, StringComparison.Ordinal);
    }

    private static string Chunk(long cursor, params string[] lines) =>
        $$"""
        {"file":"/var/log/openclaw.log","cursor":{{cursor}},"size":{{cursor}},"truncated":false,"reset":false,"lines":[{{string.Join(',', lines.Select(line => $"\"{line}\""))}}]}
        """;
}
