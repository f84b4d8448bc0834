using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Verbs that tell about agents.</summary>
public sealed class AgentsCommandTests
{
    private const string Stats =
        """
        {"hours":24,"agents":[
        {"agentId":"agent-1","isDefault":true,"state":"active","running":1,"runs":9,"avgMs":2300,"maxMs":45000,"timeouts":3,"errors":1,"lastRunAt":1795255080000,
         "lastError":"it \u001b[31mbroke","workspace":"/w","agentDir":"/a","model":"p/m","bindings":0},
        {"agentId":"agent-2","isDefault":false,"state":"idle","running":0,"runs":4,"avgMs":800,"maxMs":5000,"timeouts":0,"errors":0,"workspace":"/v","agentDir":"/b","model":"p/n","bindings":2}]}
        """;

    private const string Health =
        """{"ok":true,"agents":[{"agentId":"agent-1","heartbeat":{"enabled":true,"every":"30m","target":"owner"},"sessions":{"count":7}}]}""";

    [Theory]
    [InlineData("agent")]
    [InlineData("agents")]
    public async Task The_figures_of_each_agent_are_one_line(string family)
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("agents.stats", Stats)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(family, "list", "--with-stats"));
        Assert.Equal(
            ["agent-1  Active  Avg: 2.3s  Max: 45s  Timeout: 3", "agent-2  Idle    Avg: 0.8s  Max: 5s   Timeout: 0"],
            cli.Output.Trim().Split('\n').Select(static line => line.TrimEnd()));
    }

    [Fact]
    public async Task The_list_is_for_people_and_as_json_for_scripts()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("agents.stats", Stats)));
        using var cli = new CliRun().For(gateway);
        Assert.Equal(ExitCodes.Success, await cli.RunAsync("agents", "list"));
        Assert.StartsWith("Agents:\n- agent-1 (default)\n  Workspace: /w\n  Agent dir: /a\n  Model: p/m\n  Routing rules: 0\n  Routing: default (no explicit rules)\n", cli.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        using var json = new CliRun().For(gateway);
        Assert.Equal(ExitCodes.Success, await json.RunAsync("agents", "list", "--json"));
        var second = JsonElement.Parse(json.Output)[1];
        Assert.Equal(("agent-2", 2, 800), (second.GetProperty("id").GetString(), second.GetProperty("bindings").GetInt32(), second.GetProperty("stats").GetProperty("avgMs").GetInt32()));
    }

    [Fact]
    public async Task One_agent_is_shown_with_its_heartbeat_and_its_last_error()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("agents.stats", Stats), ("health", Health)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("agent", "status", "agent-1"));
        Assert.Contains("every 30m, to owner", cli.Output, StringComparison.Ordinal);
        Assert.Contains("9 runs, average 2.3s, longest 45s, 3 timeouts, 1 errors", cli.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', cli.Output);

        using var json = new CliRun().For(gateway);
        Assert.Equal(ExitCodes.Success, await json.RunAsync("agent", "status", "--json"));
        Assert.Equal(7, JsonElement.Parse(json.Output).GetProperty("sessions").GetInt32());
    }

    [Fact]
    public async Task An_agent_that_does_not_exist_is_named()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(("agents.stats", Stats)));
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("agent", "status", "ghost"));
        Assert.Contains("Unknown agent id \"ghost\". Use \"openclaw agents list\" to see configured agents.", cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_and_heartbeats_are_given_from_the_command_line()
    {
        await using var gateway = await FakeGateway.StartAsync(Answers.To(
            ("wake", """{"ok":true}"""), ("set-heartbeats", """{"ok":true,"enabled":false}"""), ("last-heartbeat", "null"), ("system-presence", "[]")));
        foreach (var (line, expected) in new[]
        {
            ("system event --text look", "ok"), ("system heartbeat disable", "Heartbeats are off."), ("system heartbeat last", "null"), ("system presence", "[]"),
        })
        {
            using var cli = new CliRun().For(gateway);
            Assert.Equal(ExitCodes.Success, await cli.RunAsync(line.Split(' ')));
            Assert.Equal(expected, cli.Output.Trim());
        }
    }
}
