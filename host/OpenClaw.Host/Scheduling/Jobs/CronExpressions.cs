using Quartz;

namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Reads cron expressions in the five-field form, or in six fields with seconds first.</summary>
internal static class CronExpressions
{
    private const int MaxLength = 256;

    /// <exception cref="InvalidJobException">The expression or the time zone is not known.</exception>
    public static CronExpression Parse(string text, string? zoneName, TimeZoneInfo hostZone)
    {
        if (text.Length > MaxLength)
            throw new InvalidJobException($"schedule.expr is {text.Length} characters long; {MaxLength} are allowed");
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
            throw new InvalidJobException($"schedule.expr \"{text}\" has {fields.Length} fields; write five, or six with seconds first");
        try
        {
            var minutes = CronExpression.Parse(string.Join(' ', fields[^5..]), CronFormat.Unix);
            // The library's own form of the last five fields, with the given seconds in place of its leading zero.
            var expression = fields.Length == 5
                ? minutes
                : CronExpression.Parse($"{fields[0]} {minutes.CronExpressionString[(minutes.CronExpressionString.IndexOf(' ') + 1)..]}", CronFormat.Quartz);
            return expression.WithTimeZone(Zone(zoneName, hostZone));
        }
        catch (FormatException error)
        {
            throw new InvalidJobException($"schedule.expr \"{text}\" is not a cron expression: {error.Message}");
        }
    }

    private static TimeZoneInfo Zone(string? name, TimeZoneInfo hostZone)
    {
        if (string.IsNullOrWhiteSpace(name))
            return hostZone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new InvalidJobException($"schedule.tz \"{name}\" is not a time zone of this host; use an IANA name such as Europe/Berlin");
    }
}
