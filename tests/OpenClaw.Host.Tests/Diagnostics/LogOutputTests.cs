using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Host.Diagnostics.Logging;

namespace OpenClaw.Host.Tests.Diagnostics;

public sealed class LogOutputTests
{
    [Fact]
    public void A_line_is_one_object_with_time_level_subsystem_and_fields()
    {
        using var log = new LogFixture();
        using (log.Logger().BeginScope(new Dictionary<string, object?> { ["connection"] = "c1" }))
        {
            log.Logger().LogWarning(new EventId(1001, "Opened"), "socket {Id} opened", 7);
        }

        using var line = JsonDocument.Parse(Assert.Single(log.Lines()));
        var root = line.RootElement;
        Assert.Equal("2026-11-21T10:00:00.000+00:00", root.GetProperty("time").GetString());
        Assert.Equal(("warn", "gateway", "socket 7 opened"), (root.GetProperty("level").GetString(), root.GetProperty("subsystem").GetString(), root.GetProperty("message").GetString()));
        Assert.Equal((1001, "Opened"), (root.GetProperty("eventId").GetInt32(), root.GetProperty("event").GetString()));
        Assert.Equal(("7", "c1"), (root.GetProperty("fields").GetProperty("Id").GetString(), root.GetProperty("fields").GetProperty("connection").GetString()));
        Assert.Equal("WARN", root.GetProperty("_meta").GetProperty("logLevelName").GetString());
        Assert.Equal("{\"subsystem\":\"gateway\"}", root.GetProperty("_meta").GetProperty("name").GetString());
        Assert.Equal("10:00:00 warn  [gateway] socket 7 opened\n", log.Console.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    [Trait("Threat", "LOG-02")]
    public void Text_from_outside_stays_on_its_line_and_within_its_size()
    {
        using var log = new LogFixture();
        log.Logger().LogInformation("header {Value}", "x\r\n10:00:00 error [gateway] forged \e[2J\u202e" + new string('y', 15_000));
        log.Logger().LogInformation("{Many}", new string('\0', 1_000_000));
        Assert.Equal(2, log.Lines().Length);
        Assert.All(log.Lines(), line => Assert.InRange(line.Length, 1, 120_000));
        var console = log.Console.ToString();
        Assert.Equal(2, console.TrimEnd().ReplaceLineEndings("\n").Split('\n').Length);
        Assert.DoesNotContain('\e', console);
        Assert.DoesNotContain('\u202e', console);
        Assert.Contains("\\r\\n10:00:00 error", console, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_an_exception_are_indented_on_the_console()
    {
        using var log = new LogFixture();
        log.Logger().LogError(new InvalidOperationException("first\n10:00:00 info  [gateway] forged"), "failed");
        log.Log.Flush();
        var lines = log.Console.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("10:00:00 error [gateway] failed", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Threat", "PLG-26")]
    public void An_argument_that_throws_or_looks_like_a_format_does_no_harm()
    {
        using var log = new LogFixture();
        log.Logger("plugin/x").LogInformation("value {Value}", new Thrower());
        log.Logger("plugin/x").LogInformation("value {Value}", "${all-event-properties} {0} {Other} %s");
        Assert.Equal(2, log.Lines().Length);
        Assert.Contains("${all-event-properties} {0} {Other} %s", log.Lines()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_switch_while_running()
    {
        using var log = new LogFixture(settings => settings with { FileLevel = LogLevel.Information, ConsoleLevel = LogLevel.Error });
        var logger = log.Logger();
        Assert.False(logger.IsEnabled(LogLevel.Debug));
        logger.LogDebug("one");
        log.Log.Set(LogLevel.Debug, LogLevel.None);
        logger.LogDebug("two");
        logger.LogError("three");
        log.Log.Set(LogLevel.None, LogLevel.Error);
        logger.LogError("four");
        Assert.Equal(2, log.Lines().Length);
        Assert.Equal("10:00:00 error [gateway] four", log.Console.ToString().Trim());
    }

    [Fact]
    public void The_frameworks_below_speak_from_warning_up_unless_somebody_debugs()
    {
        using var log = new LogFixture(settings => settings with { FileLevel = LogLevel.Information, ConsoleLevel = LogLevel.Information });
        log.Logger("Microsoft.AspNetCore.Hosting").LogInformation("chatter");
        Assert.Empty(log.Lines());
        log.Log.Set(LogLevel.Debug, LogLevel.Information);
        log.Logger("Microsoft.AspNetCore.Hosting").LogInformation("chatter");
        Assert.Single(log.Lines());
    }

    [Fact]
    [Trait("Threat", "LOG-03")]
    public void Equal_errors_are_counted_instead_of_repeated()
    {
        using var log = new LogFixture();
        for (var i = 0; i < 1000; i++)
        {
            log.Logger().LogError("cannot reach the provider");
        }

        log.Time.Advance(RepeatCollapser.Window);
        log.Logger().LogError("cannot reach the provider");
        log.Logger().LogError("another");
        var messages = log.Lines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("message").GetString()!).ToArray();
        Assert.Equal(["cannot reach the provider", "(repeated 999 times) cannot reach the provider", "cannot reach the provider", "another"], messages);
    }

    [Fact]
    [Trait("Threat", "LOG-03")]
    public void Rotation_keeps_the_live_name_and_the_cap()
    {
        const int cap = 100_000;
        using var log = new LogFixture(settings => settings with { Console = null, MaxFileBytes = cap, MaxFiles = 3 });
        for (var i = 0; i < 20_000; i++)
        {
            log.Logger().LogInformation("line {Number}", i);
        }

        Assert.Contains("line 19999", log.Lines()[^1], StringComparison.Ordinal);
        var files = Directory.GetFiles(log.Directory);
        Assert.Equal(4, files.Length);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, cap + 50_000));
        Assert.Equal(0, log.Log.DroppedLines);
    }

    [Fact]
    public void A_new_day_is_a_new_file_and_still_rotates()
    {
        using var log = new LogFixture(settings => settings with { Console = null, MaxFileBytes = 20_000, MaxFiles = 2 }, daily: true);
        log.Logger().LogInformation("before midnight");
        Assert.EndsWith("openclaw-2026-11-21.log", log.Log.CurrentFile, StringComparison.Ordinal);
        log.Time.Advance(TimeSpan.FromHours(14));
        for (var i = 0; i < 1000; i++)
        {
            log.Logger().LogInformation("after midnight {Number}", i);
        }

        Assert.Contains("after midnight 999", log.Lines()[^1], StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(log.Directory, "openclaw-2026-11-22*.log").Length);
        Assert.Single(File.ReadAllLines(Path.Combine(log.Directory, "openclaw-2026-11-21.log")));
    }

    [Fact]
    public void Old_daily_files_go_and_others_stay()
    {
        using var log = new LogFixture(daily: true);
        foreach (var name in new[] { "openclaw-2026-11-01.log", "openclaw-2026-11-01.1.log", "openclaw-dev-2026-11-01.log", "mine.log" })
        {
            var path = Path.Combine(log.Directory, name);
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        LogPruner.Prune(log.Log.Settings.File, log.Time);
        Assert.Equal(["mine.log", "openclaw-dev-2026-11-01.log"], Directory.GetFiles(log.Directory).Select(Path.GetFileName).Where(name => name != Path.GetFileName(log.Log.CurrentFile)).Order());
    }

    private sealed class Thrower
    {
        public override string ToString() => throw new InvalidOperationException("no");
    }
}
