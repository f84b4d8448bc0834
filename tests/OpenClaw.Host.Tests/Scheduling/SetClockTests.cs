using System.Text.Json;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Clocks that are set while jobs wait: they neither stand still nor make up for a year.</summary>
public sealed class SetClockTests
{
    private const string Often =
        """{"name":"often","schedule":{"kind":"every","everyMs":300000},"sessionTarget":"main","wakeMode":"next-heartbeat","payload":{"kind":"systemEvent","text":"tick"}}""";

    private const string Noon =
        """{"name":"noon","schedule":{"kind":"cron","expr":"0 12 * * *","tz":"UTC"},"sessionTarget":"main","wakeMode":"next-heartbeat","payload":{"kind":"systemEvent","text":"noon"}}""";

    [Fact]
    public async Task A_job_goes_on_when_the_clock_is_set_back_by_a_day()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var often = await fixture.AddAsync(Often);
        await fixture.AddAsync(Noon);
        await fixture.RunsAsync(often, 1, TimeSpan.FromMinutes(1));

        fixture.Time.SetWall(TimeSpan.FromDays(-1));
        var before = fixture.Time.GetUtcNow();
        await fixture.RunsAsync(often, 3, TimeSpan.FromMinutes(1));

        Assert.InRange(fixture.Time.GetUtcNow() - before, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task A_job_that_missed_a_year_runs_once_and_then_at_its_time()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var often = await fixture.AddAsync(Often);
        await fixture.RunsAsync(often, 1, TimeSpan.FromMinutes(1));

        fixture.Time.SetWall(TimeSpan.FromDays(365));
        await fixture.RunsAsync(often, 2, TimeSpan.FromSeconds(30));

        // The run of a year ago is too old to be kept.
        Assert.Single((await fixture.AskAsync("cron.runs", $$"""{"id":"{{often}}"}""")).GetProperty("entries").EnumerateArray());
        var next = (await fixture.AskAsync("cron.get", $$"""{"id":"{{often}}"}""")).GetProperty("state").GetProperty("nextRunAtMs").GetInt64();
        Assert.InRange(next - fixture.Time.GetUtcNow().ToUnixTimeMilliseconds(), 1, 300_000);
    }

    [Fact]
    public async Task A_clock_that_is_corrected_by_minutes_repeats_no_run()
    {
        await using var fixture = await (await SchedulingFixture.CreateAsync()).RunAsync();
        var noon = await fixture.AddAsync(Noon);
        await fixture.RunsAsync(noon, 1, TimeSpan.FromMinutes(20));

        fixture.Time.SetWall(TimeSpan.FromMinutes(-50));
        for (var i = 0; i < 120; i++)
        {
            fixture.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1);
        }

        Assert.Single((await fixture.AskAsync("cron.runs", $$"""{"id":"{{noon}}"}""")).GetProperty("entries").EnumerateArray());
    }

    [Theory]
    [InlineData(20, 5, 8)]
    [InlineData(20, 8, 14)]
    public void The_grid_of_an_interval_reaches_back_before_its_beginning(long anchor, long now, long expected)
    {
        var job = JsonSerializer.Deserialize<CronJob>(
            """{"id":"j","name":"n","enabled":true,"createdAtMs":100,"updatedAtMs":100,"schedule":{"kind":"every","everyMs":6,"anchorMs":ANCHOR},"sessionTarget":"main","wakeMode":"now","payload":{"kind":"systemEvent","text":"x"},"state":{}}"""
                .Replace("ANCHOR", anchor.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Host.Scheduling.SchedulingJsonContext.Default.CronJob)!;

        var next = new ScheduleClock(TimeProvider.System).Next(job, now)!.Value;

        Assert.Equal(expected, next);
    }
}
