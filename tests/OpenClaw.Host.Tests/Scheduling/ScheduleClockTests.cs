using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>When schedules come due, also where a day has a gap or an hour comes twice.</summary>
public sealed class ScheduleClockTests
{
    private readonly ScheduleClock _clock = new(new ManualClock());

    [Theory]
    [InlineData("0 3 * * *", null, "2026-11-21T10:00:00Z", "2026-11-22T03:00:00Z")]
    [InlineData("*/15 * * * *", null, "2026-11-21T10:00:00Z", "2026-11-21T10:15:00Z")]
    [InlineData("30 9 * * 1-5", null, "2026-11-21T10:00:00Z", "2026-11-23T09:30:00Z")]
    [InlineData("30 9 * * 0", null, "2026-11-21T10:00:00Z", "2026-11-22T09:30:00Z")]
    [InlineData("20 30 9 * * 1-5", null, "2026-11-21T10:00:00Z", "2026-11-23T09:30:20Z")]
    [InlineData("*/10 * * * * *", null, "2026-11-21T10:00:01Z", "2026-11-21T10:00:10Z")]
    [InlineData("0 9 * * *", "Europe/Berlin", "2026-11-21T10:00:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("0 9 * * *", "Asia/Tokyo", "2026-11-21T10:00:00Z", "2026-11-22T00:00:00Z")]
    public void A_cron_expression_names_its_next_moment(string expression, string? zone, string after, string expected) =>
        Assert.Equal(Moment(expected), Next(expression, zone, after));

    [Fact]
    public void Both_day_fields_together_mean_either_day()
    {
        // The 13th of a month, or a Friday.
        Assert.Equal(Moment("2026-11-27T00:00:00Z"), Next("0 0 13 * 5", null, "2026-11-21T10:00:00Z"));
        Assert.Equal(Moment("2026-12-13T00:00:00Z"), Next("0 0 13 * 5", null, "2026-12-11T10:00:00Z"));
    }

    [Fact]
    public void An_hour_that_does_not_exist_is_not_run_twice_and_a_doubled_hour_only_once_a_day()
    {
        // 2027-03-28: 02:00 to 03:00 is left out in Berlin. 2026-10-25: 02:00 to 03:00 comes twice.
        var gap = Next("30 2 * * *", "Europe/Berlin", "2027-03-27T12:00:00Z");
        Assert.InRange(gap, Moment("2027-03-28T00:59:00Z"), Moment("2027-03-29T00:30:00Z"));
        Assert.Equal(Moment("2027-03-29T00:30:00Z"), Next("30 2 * * *", "Europe/Berlin", "2027-03-28T12:00:00Z"));

        var first = Next("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z");
        Assert.InRange(first, Moment("2026-10-25T00:30:00Z"), Moment("2026-10-25T01:30:00Z"));
        Assert.Equal(Moment("2026-10-26T01:30:00Z"), _clock.Next(Cron("30 2 * * *", "Europe/Berlin"), "j", first + 3_600_000));
    }

    [Fact]
    public void An_interval_counts_from_its_anchor_and_leaves_out_what_has_passed()
    {
        var schedule = new CronSchedule { Kind = "every", EveryMs = 60_000, AnchorMs = 1_000 };

        Assert.Equal(1_000, _clock.Next(schedule, "j", 0));
        Assert.Equal(61_000, _clock.Next(schedule, "j", 1_000));
        Assert.Equal(601_000, _clock.Next(schedule, "j", 599_999));
        Assert.Null(_clock.Next(schedule with { EveryMs = 8_640_000_000_000_000 }, "j", 2_000));
    }

    [Theory]
    [InlineData("2027-01-31T08:00:00Z")]
    [InlineData("2027-01-31T08:00:00")]
    [InlineData("2027-01-31T09:00:00+01:00")]
    public void A_moment_without_an_offset_is_utc(string at) =>
        Assert.Equal(Moment("2027-01-31T08:00:00Z"), ScheduleClock.AtMs(new CronSchedule { Kind = "at", At = at }));

    [Fact]
    public void A_stagger_puts_each_job_off_by_a_part_of_its_own()
    {
        var schedule = Cron("0 * * * *", null) with { StaggerMs = 300_000 };
        var after = Moment("2026-11-21T10:10:00Z");

        var first = _clock.Next(schedule, "one", after)!.Value;
        Assert.InRange(first, Moment("2026-11-21T11:00:00Z"), Moment("2026-11-21T11:05:00Z"));
        Assert.Equal(first, _clock.Next(schedule, "one", after));
        Assert.NotEqual(first, _clock.Next(schedule, "two", after));
        Assert.Equal(first + 3_600_000, _clock.Next(schedule, "one", first));
    }

    [Theory]
    [InlineData("* * * *", null, "4 fields")]
    [InlineData("61 * * * *", null, "not a cron expression")]
    [InlineData("0 9 * * *", "Europe/Atlantis", "Europe/Atlantis")]
    public void What_cannot_be_read_is_refused_with_the_reason(string expression, string? zone, string reason)
    {
        var error = Assert.Throws<InvalidJobException>(() => _clock.Next(Cron(expression, zone), "j", 0));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private long Next(string expression, string? zone, string after) => _clock.Next(Cron(expression, zone), "j", Moment(after))!.Value;

    private static CronSchedule Cron(string expression, string? zone) => new() { Kind = "cron", Expr = expression, Tz = zone };

    private static long Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
