using System.Text.Json;
using OpenClaw.Host.Cli;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Cli.Doctor;

public sealed class DoctorCommandTests
{
    private const string UnknownKey =
        $$"""{ "wat": 1, "gateway": { "mode": "local", "port": 1, "auth": { "mode": "token", "token": "{{DoctorFixture.Secret}}" } } }""";

    [Fact]
    public async Task Scripts_read_one_document_and_a_lint_with_findings_fails()
    {
        using var fixture = new DoctorFixture().WithConfig(UnknownKey);

        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync("--lint", "--json", "--only", "config/schema"));

        var report = JsonElement.Parse(fixture.Output);
        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal((1, 15), (report.GetProperty("checksRun").GetInt32(), report.GetProperty("checksSkipped").GetInt32()));
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        Assert.Equal(("config/schema", "error"), (finding.GetProperty("checkId").GetString(), finding.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task A_sound_folder_passes_a_lint_and_a_document_alone_is_advice()
    {
        using var fixture = await new DoctorFixture().StoreAsync();
        Assert.Equal(ExitCodes.Success, await fixture.RunAsync("--lint", "--skip", "models/auth"));
        Assert.Contains("nothing is wrong", fixture.Output, StringComparison.Ordinal);

        fixture.WithConfig(UnknownKey);
        Assert.Equal(ExitCodes.Success, await fixture.RunAsync("--json"));
        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync());
        Assert.EndsWith("Run \"openclaw doctor --fix\" to apply changes.", fixture.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_nobody_knows_is_named_with_those_there_are()
    {
        using var fixture = new DoctorFixture();

        Assert.Equal(2, await fixture.RunAsync("--lint", "--only", "config/none"));
        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync("--skip", "config/none"));
        Assert.Contains("config/parse, config/schema", fixture.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repairing_twice_changes_nothing_the_second_time()
    {
        using var fixture = new DoctorFixture().WithConfig(UnknownKey);
        Assert.Equal(ExitCodes.Success, await fixture.RunAsync("--fix"));
        var first = Directory.GetFiles(fixture.Paths.StateDirectory).ToDictionary(static file => file, File.ReadAllText);

        Assert.Equal(ExitCodes.Success, await fixture.RunAsync("--fix", "--yes"));

        Assert.Equal(first, Directory.GetFiles(fixture.Paths.StateDirectory).ToDictionary(static file => file, File.ReadAllText));
    }

    [Fact]
    public async Task While_a_gateway_works_in_the_folder_it_is_looked_at_and_not_changed()
    {
        using var fixture = await new DoctorFixture().WithConfig(UnknownKey).StoreAsync();
        using var child = ChildProcess.Start(Storage.StorageChild.HoldLock, fixture.Paths.StateDirectory);
        await child.Output.ReadLineAsync();

        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync("--fix", "--yes"));

        Assert.Contains($"Nothing was repaired: a gateway (pid {child.Id}) works in", fixture.Error, StringComparison.Ordinal);
        Assert.Contains("Stop it", fixture.Error, StringComparison.Ordinal);
        Assert.Contains("Unrecognized key: \"wat\"", fixture.Output, StringComparison.Ordinal);
        Assert.Equal(UnknownKey, await File.ReadAllTextAsync(fixture.Paths.ConfigFile));
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("n\n", false)]
    [InlineData("", false)]
    public async Task A_person_is_asked_about_each_repair(string answers, bool isRepaired)
    {
        using var fixture = new DoctorFixture(new StringReader(answers)).WithConfig(UnknownKey);

        await fixture.RunAsync("--only", "config/schema");

        Assert.Contains("remove wat? [y/N]", fixture.Error, StringComparison.Ordinal);
        Assert.Equal(isRepaired, !(await File.ReadAllTextAsync(fixture.Paths.ConfigFile)).Contains("wat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_a_choice_is_left_where_nobody_can_be_asked()
    {
        using var fixture = new DoctorFixture().WithConfig("{}");

        await fixture.RunAsync("--fix", "--only", "gateway/mode");

        Assert.Contains("nobody is here to ask", fixture.Error, StringComparison.Ordinal);
        Assert.Equal("{}", await File.ReadAllTextAsync(fixture.Paths.ConfigFile));
    }

    [Fact]
    public async Task Without_questions_only_safe_repairs_are_made()
    {
        using var fixture = new DoctorFixture().WithConfig(UnknownKey);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(fixture.Paths.ConfigFile, AtomicFile.OwnerOnly | UnixFileMode.OtherRead);

        Assert.Equal(ExitCodes.Failure, await fixture.RunAsync("--non-interactive"));

        Assert.Equal(UnknownKey, await File.ReadAllTextAsync(fixture.Paths.ConfigFile));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(fixture.Paths.ConfigFile) == AtomicFile.OwnerOnly);
    }
}
