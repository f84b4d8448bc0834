using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Scheduling;

/// <summary>What the <c>cron</c> section of the configuration says.</summary>
/// <param name="Enabled">Whether jobs run when they are due.</param>
/// <param name="SkipMissedJobs">Whether runs that fell due while the gateway was down are left out.</param>
/// <param name="MaxConcurrentRuns">How many jobs run at a time.</param>
/// <param name="SessionRetention">How long the conversations of single runs are kept; nothing for ever.</param>
internal sealed record CronSettings(bool Enabled, bool SkipMissedJobs, int MaxConcurrentRuns, TimeSpan? SessionRetention)
{
    private static readonly TimeSpan DefaultRetention = TimeSpan.FromHours(24);

    private const int MostConcurrentRuns = 64;

    public static CronSettings Of(OpenClawConfig config)
    {
        var section = config.Raw.ValueKind == JsonValueKind.Object && config.Raw.TryGetProperty("cron", out var cron) ? cron : default;
        return new CronSettings(
            Flag(section, "enabled") ?? true,
            Flag(section, "skipMissedJobs") ?? false,
            Math.Clamp(Number(section, "maxConcurrentRuns") ?? 1, 1, MostConcurrentRuns),
            Retention(Member(section, "sessionRetention")));
    }

    private static TimeSpan? Retention(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.False => null,
        JsonValueKind.String when DurationText.TryParse(value.GetString()!, TimeSpan.FromHours(1), out var kept) && kept > TimeSpan.Zero => kept,
        _ => DefaultRetention,
    };

    private static bool? Flag(JsonElement section, string name) => Member(section, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag
        ? flag.GetBoolean()
        : null;

    private static int? Number(JsonElement section, string name) =>
        Member(section, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    private static JsonElement Member(JsonElement section, string name) =>
        section.ValueKind == JsonValueKind.Object && section.TryGetProperty(name, out var member) ? member : default;
}
