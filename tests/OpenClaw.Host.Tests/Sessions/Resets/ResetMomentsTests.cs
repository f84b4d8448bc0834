using System.Globalization;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions.Resets;

namespace OpenClaw.Host.Tests.Sessions.Resets;

public sealed class ResetMomentsTests
{
    private static readonly SessionResetConfig AtFour = new() { Mode = SessionResetMode.Daily, AtHour = 4 };

    [Theory]
    [InlineData("UTC", 4, "2026-11-21T03:59:59Z", "2026-11-20T04:00:00Z")]
    [InlineData("UTC", 4, "2026-11-21T04:00:00Z", "2026-11-21T04:00:00Z")]
    [InlineData("UTC", 4, "2026-11-21T04:00:01Z", "2026-11-21T04:00:00Z")]
    [InlineData("UTC", 0, "2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z")]
    [InlineData("Europe/Berlin", 4, "2026-07-01T02:00:00Z", "2026-07-01T02:00:00Z")]
    [InlineData("Europe/Berlin", 4, "2026-11-21T02:30:00Z", "2026-11-20T03:00:00Z")]
    // The clocks go from 02:00 to 03:00.
    [InlineData("Europe/Berlin", 2, "2026-03-29T00:59:59Z", "2026-03-28T01:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", 4, "2026-03-29T02:00:00Z", "2026-03-29T02:00:00Z")]
    // The hour from 02:00 to 03:00 comes twice.
    [InlineData("Europe/Berlin", 2, "2026-10-25T00:00:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Berlin", 2, "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("Europe/Berlin", 4, "2026-10-25T02:59:59Z", "2026-10-24T02:00:00Z")]
    // Midnight itself is skipped.
    [InlineData("America/Sao_Paulo", 0, "2018-11-04T02:59:59Z", "2018-11-03T03:00:00Z")]
    [InlineData("America/Sao_Paulo", 0, "2018-11-04T03:00:00Z", "2018-11-04T03:00:00Z")]
    public void The_hour_of_the_day_is_that_of_the_clocks_on_the_wall(string zone, int hour, string now, string expected) =>
        Assert.Equal(At(expected), ResetMoments.LastDayBreak(hour, At(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("2026-11-21T03:59:59Z", "2026-11-21T03:59:59Z", false)]
    [InlineData("2026-11-21T03:59:59Z", "2026-11-21T04:00:00Z", true)]
    [InlineData("2026-11-21T04:00:00Z", "2026-11-21T04:00:01Z", false)]
    [InlineData("2026-11-21T04:00:00Z", "2026-11-22T03:59:59Z", false)]
    [InlineData("2026-11-21T04:00:00Z", "2026-11-22T04:00:00Z", true)]
    // The clock was set back.
    [InlineData("2026-11-21T04:00:01Z", "2026-11-21T03:59:00Z", false)]
    [InlineData("2026-11-21T04:00:01Z", "2025-01-01T00:00:00Z", false)]
    public void A_conversation_ends_with_its_day(string started, string now, bool isOver) =>
        Assert.Equal(isOver, ResetMoments.IsOver(AtFour, At(started), At(started), At(now), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("2026-11-21T10:29:59Z", false)]
    [InlineData("2026-11-21T10:30:00Z", true)]
    [InlineData("2026-11-21T09:00:00Z", false)]
    public void A_conversation_ends_when_it_was_quiet_long_enough(string now, bool isOver)
    {
        var policy = new SessionResetConfig { Mode = SessionResetMode.Idle, IdleMinutes = 30 };
        Assert.Equal(isOver, ResetMoments.IsOver(policy, At("2026-11-20T00:00:00Z"), At("2026-11-21T10:00:00Z"), At(now), TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("2026-11-21T03:00:00Z", "2026-11-21T03:20:00Z", false)]
    [InlineData("2026-11-21T03:00:00Z", "2026-11-21T03:30:00Z", true)]
    [InlineData("2026-11-21T03:50:00Z", "2026-11-21T04:00:00Z", true)]
    public void Of_both_rules_the_first_that_comes_counts(string last, string now, bool isOver) =>
        Assert.Equal(isOver, ResetMoments.IsOver(AtFour with { IdleMinutes = 30 }, At("2026-11-21T02:50:00Z"), At(last), At(now), TimeZoneInfo.Utc));

    [Fact]
    public void Without_a_rule_a_conversation_never_ends() =>
        Assert.False(ResetMoments.IsOver(new SessionResetConfig { IdleMinutes = 1 }, At("2020-01-01T00:00:00Z"), At("2020-01-01T00:00:00Z"), At("2026-11-21T10:00:00Z"), TimeZoneInfo.Utc));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
