using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>What the records of runs say about agents.</summary>
public sealed class AgentStatsTests
{
    [Fact]
    public async Task An_agent_without_runs_is_idle()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var agent = await OfAsync(fixture);

        Assert.Equal(("main", "idle", 0, true), (agent.GetProperty("agentId").GetString(), agent.GetProperty("state").GetString(), agent.GetProperty("runs").GetInt32(), agent.GetProperty("isDefault").GetBoolean()));
        Assert.False(agent.TryGetProperty("avgMs", out _));
    }

    [Fact]
    public async Task Runs_are_counted_for_a_day_and_the_last_one_says_how_the_agent_is()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("yes").Fails(new ModelException(ModelFailure.InvalidRequest, "the model said no"));
        await RunAsync(fixture, "r1");
        Assert.Equal("active", (await OfAsync(fixture)).GetProperty("state").GetString());
        await RunAsync(fixture, "r2");
        var failed = await OfAsync(fixture);
        Assert.Equal(("failed", 2, 1, 0), (failed.GetProperty("state").GetString(), failed.GetProperty("runs").GetInt32(), failed.GetProperty("errors").GetInt32(), failed.GetProperty("timeouts").GetInt32()));
        Assert.Contains("no", failed.GetProperty("lastError").GetString(), StringComparison.Ordinal);

        fixture.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(("idle", 0), ((await OfAsync(fixture)).GetProperty("state").GetString(), (await OfAsync(fixture)).GetProperty("runs").GetInt32()));
        Assert.Equal(2, (await OfAsync(fixture, """{"hours":48}""")).GetProperty("runs").GetInt32());
    }

    [Fact]
    public async Task An_agent_at_work_is_active()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("I am");
        await fixture.SendAsync("hello", "r1");
        await fixture.StartOfAsync("r1");

        Assert.Equal(("active", 1), ((await OfAsync(fixture)).GetProperty("state").GetString(), (await OfAsync(fixture)).GetProperty("running").GetInt32()));
    }

    private static async Task RunAsync(AgentFixture fixture, string id)
    {
        await fixture.SendAsync("hello", id);
        await fixture.EndOfAsync(id);
    }

    private static async Task<JsonElement> OfAsync(AgentFixture fixture, string parameters = "{}") =>
        (await fixture.AskAsync("agents.stats", parameters)).GetProperty("agents")[0];
}
