using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>Tells whether a heartbeat may be at a moment.</summary>
internal static class HeartbeatHoursCheck
{
    /// <param name="settings">What holds for the agent.</param>
    /// <param name="now">The moment.</param>
    /// <param name="local">The zone of this machine.</param>
    public static bool IsActive(AgentDefaultsConfig settings, DateTimeOffset now, TimeZoneInfo local)
    {
        if (settings.Heartbeat.ActiveHours is not { } hours)
            return true;
        var zone = hours.Timezone is null or "user" ? ZoneOf(settings.UserTimezone, local) : ZoneOf(hours.Timezone, local);
        var there = TimeZoneInfo.ConvertTime(now, zone);
        return hours.Contains((there.Hour * 60) + there.Minute);
    }

    private static TimeZoneInfo ZoneOf(string? name, TimeZoneInfo local) =>
        !string.IsNullOrWhiteSpace(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : local;
}
