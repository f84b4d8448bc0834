using OpenClaw.Host.Configuration.Model.Sessions;

namespace OpenClaw.Host.Sessions.Resets;

/// <summary>When a conversation is over by itself. A clock that was set back makes nothing older than it was.</summary>
internal static class ResetMoments
{
    private const int LongestGapMinutes = 24 * 60;
    private const int DefaultIdleMinutes = 60;

    /// <param name="policy">The rule; where it names a time of day and a time of quiet, the first that has come counts.</param>
    /// <param name="startedAt">When the conversation began.</param>
    /// <param name="lastInteractionAt">When a person last wrote in it.</param>
    /// <param name="now">The moment of the next message.</param>
    /// <param name="zone">Where the hour of the day is read.</param>
    public static bool IsOver(SessionResetConfig policy, DateTimeOffset startedAt, DateTimeOffset lastInteractionAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (policy.Mode == SessionResetMode.None)
            return false;
        var idle = policy.IdleMinutes ?? (policy.Mode == SessionResetMode.Idle ? DefaultIdleMinutes : (int?)null);
        if (idle is { } minutes && now - lastInteractionAt >= TimeSpan.FromMinutes(minutes))
            return true;
        return policy.Mode == SessionResetMode.Daily && startedAt < LastDayBreak(policy.AtHour, now, zone);
    }

    /// <summary>The last moment, not after the given one, at which the clocks of the zone came to that hour.</summary>
    public static DateTimeOffset LastDayBreak(int hour, DateTimeOffset now, TimeZoneInfo zone)
    {
        // From tomorrow on: an hour that the clocks skip comes late on its day, and the day itself may be skipped.
        var day = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        while (true)
        {
            if (MomentOf(day.AddHours(hour), zone) is var moment && moment <= now)
                return moment;
            day = day.AddDays(-1);
        }
    }

    // An hour that is skipped is over when the clocks are past it; one that comes twice has come the first time.
    private static DateTimeOffset MomentOf(DateTime local, TimeZoneInfo zone)
    {
        for (var skipped = 0; skipped < LongestGapMinutes && zone.IsInvalidTime(local); skipped++)
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
