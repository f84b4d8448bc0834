using System.Text.Json.Nodes;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>Jobs of a real process that is killed.</summary>
public sealed class ScheduledRunTests
{
    [Fact]
    public async Task A_job_at_work_when_the_process_is_killed_goes_on_and_is_reported_once()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        string id;
        await using (var talk = await first.ConnectAsync())
        {
            id = (await talk.AskAsync("cron.add", Job("wait 5s", "2026-01-01T00:00:00Z"))).GetProperty("id").GetString()!;
            await talk.UntilAsync(notice => notice is GatewayEvent { Name: "agent" });
            await first.KillAsync();
        }

        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();
        var runs = (await later.AskAsync("cron.runs", new JsonObject { ["id"] = id })).GetProperty("entries");
        if (runs.GetArrayLength() == 0)
        {
            await later.UntilAsync(notice => notice is GatewayEvent { Name: "cron" } cron && cron.Payload.GetProperty("action").GetString() == "finished");
            runs = (await later.AskAsync("cron.runs", new JsonObject { ["id"] = id })).GetProperty("entries");
        }

        Assert.Equal(1, runs.GetArrayLength());
        Assert.Equal("ok", runs[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_job_that_falls_due_while_nobody_is_there_runs_at_the_next_start()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var first = await GatewayProcess.StartAsync(folder);
        var due = DateTimeOffset.UtcNow.AddSeconds(1);
        await using (var talk = await first.ConnectAsync())
        {
            await talk.AskAsync("cron.add", Job("hello", due.ToString("O")));
            await first.KillAsync();
        }

        await using var second = await GatewayProcess.StartAsync(folder);
        await using var later = await second.ConnectAsync();
        var runs = (await later.AskAsync("cron.runs", new JsonObject { ["scope"] = "all" })).GetProperty("entries");
        if (runs.GetArrayLength() == 0)
        {
            await later.UntilAsync(notice => notice is GatewayEvent { Name: "cron" } cron && cron.Payload.GetProperty("action").GetString() == "finished");
            runs = (await later.AskAsync("cron.runs", new JsonObject { ["scope"] = "all" })).GetProperty("entries");
        }

        Assert.Equal(1, runs.GetArrayLength());
        Assert.Equal("ok", runs[0].GetProperty("status").GetString());
        Assert.Equal(0, (await later.AskAsync("cron.list", [])).GetProperty("total").GetInt32());
    }

    private static JsonObject Job(string message, string at) => new()
    {
        ["name"] = "job",
        ["schedule"] = new JsonObject { ["kind"] = "at", ["at"] = at },
        ["sessionTarget"] = "isolated",
        ["wakeMode"] = "now",
        ["payload"] = new JsonObject { ["kind"] = "agentTurn", ["message"] = message },
    };
}
