using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Host.Configuration.Binding;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>When a job runs: <c>--at</c>, <c>--every</c> or <c>--cron</c>.</summary>
internal sealed class CronScheduleOptions
{
    private readonly Option<string?> _at = new("--at") { Description = "Once: a time such as 2026-12-24T18:00:00Z, or from now on, such as 20m", HelpName = "when" };
    private readonly Option<string?> _every = new("--every") { Description = "Again and again: 90s, 30m, 24h, 7d", HelpName = "duration" };
    private readonly Option<string?> _cron = new("--cron") { Description = "By a cron expression of five fields, or six with seconds first", HelpName = "expression" };
    private readonly Option<string?> _zone = new("--tz") { Description = "The time zone of the expression, such as Europe/Vienna", HelpName = "zone" };
    private readonly Option<string?> _stagger = new("--stagger") { Description = "Put runs off by a part of this that is fixed for the job", HelpName = "duration" };
    private readonly Option<bool> _exact = new("--exact") { Description = "Never put off" };

    public void AddTo(Command command)
    {
        command.Options.Add(_at);
        command.Options.Add(_every);
        command.Options.Add(_cron);
        command.Options.Add(_zone);
        command.Options.Add(_stagger);
        command.Options.Add(_exact);
    }

    /// <returns>Null when nothing of it was given.</returns>
    public JsonObject? Read(CliInvocation invocation)
    {
        var (at, every, cron) = (invocation.Get(_at), invocation.Get(_every), invocation.Get(_cron));
        var given = (at is null ? 0 : 1) + (every is null ? 0 : 1) + (cron is null ? 0 : 1);
        if (given > 1)
        {
            throw new CliException("Choose one of --at, --every and --cron.");
        }

        if (cron is null && ((invocation.Get(_zone) ?? invocation.Get(_stagger)) is not null || invocation.Get(_exact)))
        {
            throw new CliException("--tz, --stagger and --exact belong to --cron.");
        }

        return at is not null ? new JsonObject { ["kind"] = "at", ["at"] = Moment(at, invocation.Time) }
            : every is not null ? new JsonObject { ["kind"] = "every", ["everyMs"] = CronJobOptions.Milliseconds("--every", every) }
            : cron is not null ? Expression(cron, invocation)
            : null;
    }

    private JsonObject Expression(string cron, CliInvocation invocation)
    {
        var schedule = new JsonObject { ["kind"] = "cron", ["expr"] = cron };
        if (invocation.Get(_zone) is { } zone)
        {
            schedule["tz"] = zone;
        }

        if (invocation.Get(_exact) || invocation.Get(_stagger) is not null)
        {
            schedule["staggerMs"] = invocation.Get(_exact) ? 0 : CronJobOptions.Milliseconds("--stagger", invocation.Get(_stagger)!);
        }

        return schedule;
    }

    private static string Moment(string text, TimeProvider time) =>
        DurationText.TryParse(text, TimeSpan.Zero, out var later)
            ? (time.GetUtcNow() + later).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : text;
}
