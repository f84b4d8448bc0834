using System.Globalization;
using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Writes times as the person an agent talks to reads them.</summary>
internal sealed class PromptClock(TimeProvider time)
{
    /// <summary>The day and the zone. No finer: a prompt that changes every minute is in no cache.</summary>
    public string Today(AgentDefaultsConfig settings)
    {
        var zone = ZoneOf(settings.UserTimezone);
        return string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone):ddd yyyy-MM-dd} (time zone {zone.Id})");
    }

    public string Stamp(long unixMs, AgentDefaultsConfig settings)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(unixMs), ZoneOf(settings.UserTimezone));
        var offset = local.Offset == TimeSpan.Zero ? string.Empty : local.ToString("zzz", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"[{local:ddd yyyy-MM-dd HH:mm} UTC{offset}] ");
    }

    // An unknown name is a matter for the configuration check, not for every run.
    public TimeZoneInfo ZoneOf(string? name) =>
        !string.IsNullOrWhiteSpace(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : time.LocalTimeZone;
}
