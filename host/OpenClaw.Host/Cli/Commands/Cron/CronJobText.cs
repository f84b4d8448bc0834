using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>A job in words. Another implementation's job may lack anything.</summary>
internal sealed class CronJobText(JsonElement job, TimeProvider time)
{
    private const string None = "-";

    public string Id => job.TextAt("id") ?? None;

    public string Declaration => job.TextAt("declarationKey") ?? None;

    public string Name => job.TextAt("displayName") ?? job.TextAt("name") ?? None;

    public bool IsEnabled => job.IsTrueAt("enabled");

    public string Schedule => job.TextAt("schedule", "kind") switch
    {
        "every" when job.NumberAt("schedule", "everyMs") is { } every => $"every {DurationText.Short(TimeSpan.FromMilliseconds(every))}",
        "at" => $"at {job.TextAt("schedule", "at")}",
        "cron" => $"cron {job.TextAt("schedule", "expr")}{(job.TextAt("schedule", "tz") is { } zone ? $" @ {zone}" : "")}",
        var other => other ?? None,
    };

    public string Next => IsEnabled && (job.NumberAt("state", "nextRunAtMs") ?? job.NumberAt("nextRunAtMs")) is { } at ? Until(at) : None;

    public string Last => HumanText.Age(time, job.NumberAt("state", "lastRunAtMs"));

    public string Status => !IsEnabled ? "disabled"
        : job.NumberAt("state", "runningAtMs") is not null ? "running"
        : job.TextAt("state", "lastRunStatus") ?? job.TextAt("state", "lastStatus") ?? "idle";

    public string LastError => job.TextAt("state", "lastError") ?? None;

    public string Target => job.TextAt("sessionTarget") ?? None;

    public string Delivery => job.TextAt("deliveryPreview", "label") ?? (job.TextAt("delivery", "mode") is { } mode
        ? string.Join(' ', new[] { mode, job.TextAt("delivery", "channel"), job.TextAt("delivery", "to") }.OfType<string>())
        : None);

    public string Agent => job.TextAt("effectiveAgentId") ?? job.TextAt("agentId") ?? None;

    public string Model => job.TextAt("payload", "model") ?? None;

    private string Until(long unixMilliseconds) => (DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds) - time.GetUtcNow()) switch
    {
        { Ticks: <= 0 } => "now",
        { TotalMinutes: < 1 } => "in <1m",
        { TotalHours: < 1 } left => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalMinutes}m"),
        { TotalDays: < 2 } left => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalHours}h"),
        var left => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalDays}d"),
    };
}
