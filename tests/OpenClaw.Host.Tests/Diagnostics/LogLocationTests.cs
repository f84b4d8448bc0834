using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Diagnostics;

public sealed class LogLocationTests : IDisposable
{
    private static readonly DateTime Day = new(2026, 11, 21);

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_file_has_the_profile_and_the_date_in_its_name()
    {
        Assert.Equal(_directory["openclaw-2026-11-21.log"], LogFileLocation.Daily(_directory.Path, null).PathFor(Day));
        Assert.Equal(_directory["openclaw-rescue-2026-11-21.log"], LogFileLocation.Daily(_directory.Path, "rescue").PathFor(Day));
        Assert.Equal(_directory["own.log"], LogFileLocation.Fixed(_directory["own.log"]).PathFor(Day));
    }

    [Fact]
    public void A_state_directory_somebody_chose_holds_its_own_log()
    {
        var paths = StatePathResolver.Resolve(name => name switch { "HOME" => _directory.Path, "OPENCLAW_STATE_DIR" => _directory["state"], _ => null });
        Assert.Equal(_directory["state/logs/openclaw-2026-11-21.log"], LogSettingsFactory.Locate(new LoggingConfig(), paths).PathFor(Day));
        Assert.Equal("/x/y.log", LogSettingsFactory.Locate(new LoggingConfig { File = "/x/y.log" }, paths).PathFor(Day));
    }

    [Fact]
    [Trait("Threat", "FS-20")]
    public void A_directory_that_is_a_link_is_passed_over()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(_directory["elsewhere"]);
        Directory.CreateSymbolicLink(_directory["openclaw"], _directory["elsewhere"]);
        var chosen = LogDirectory.Prepare(_directory.Path, _directory["state"]);
        Assert.StartsWith(_directory["openclaw-"], chosen, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(chosen));
    }

    [Fact]
    public void Readers_find_the_last_file_before_the_first_line_of_a_day()
    {
        File.WriteAllText(_directory["openclaw-2026-11-19.log"], "");
        File.WriteAllText(_directory["openclaw-2026-11-20.log"], "");
        Assert.Equal(_directory["openclaw-2026-11-20.log"], LogFileLocation.Daily(_directory.Path, null).Newest(Day));
    }
}
