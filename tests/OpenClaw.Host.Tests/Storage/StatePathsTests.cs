using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Storage;

public sealed class StatePathsTests
{
    [Fact]
    public void Without_any_variable_everything_is_below_the_home_directory()
    {
        var paths = Resolve(new() { ["HOME"] = "/home/ada" });

        Assert.Equal("/home/ada/.openclaw", paths.StateDirectory);
        Assert.Equal("/home/ada/.openclaw/openclaw.json", paths.ConfigFile);
        Assert.Null(paths.Profile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("undefined")]
    [InlineData("null")]
    public void A_variable_without_a_real_value_counts_as_unset(string blank) =>
        Assert.Equal(
            "/home/ada/.openclaw",
            Resolve(new() { ["OPENCLAW_HOME"] = blank, ["HOME"] = "/home/ada", ["OPENCLAW_STATE_DIR"] = blank }).StateDirectory);

    [Fact]
    public void A_profile_moves_state_and_configuration_and_explicit_variables_beat_it()
    {
        Assert.Equal("/home/ada/.openclaw-rescue", Resolve(new() { ["HOME"] = "/home/ada" }, "rescue").StateDirectory);
        Assert.Equal("/home/ada/.openclaw-dev/openclaw.json", Resolve(new() { ["HOME"] = "/home/ada" }, dev: true).ConfigFile);

        var paths = Resolve(
            new() { ["HOME"] = "/home/ada", ["OPENCLAW_STATE_DIR"] = "~/elsewhere", ["OPENCLAW_CONFIG_PATH"] = "/etc/claw.json" }, "rescue");
        Assert.Equal("/home/ada/elsewhere", paths.StateDirectory);
        Assert.Equal("/etc/claw.json", paths.ConfigFile);
        Assert.Equal("rescue", paths.Profile);
    }

    [Fact]
    public void A_profile_keeps_its_former_workspace_until_it_has_a_new_one()
    {
        using var home = new TemporaryDirectory();
        Dictionary<string, string> variables = new() { ["HOME"] = home.Path };
        Assert.Equal(home[".openclaw-rescue/workspace"], Resolve(variables, "rescue").WorkspaceDirectory);

        Directory.CreateDirectory(home[".openclaw/workspace-rescue"]);
        Assert.Equal(home[".openclaw/workspace-rescue"], Resolve(variables, "rescue").WorkspaceDirectory);
        Assert.Equal(home[".openclaw/workspace"], Resolve(variables).WorkspaceDirectory);

        Directory.CreateDirectory(home[".openclaw-rescue/workspace"]);
        Assert.Equal(home[".openclaw-rescue/workspace"], Resolve(variables, "rescue").WorkspaceDirectory);

        variables["OPENCLAW_WORKSPACE_DIR"] = "/work";
        Assert.Equal("/work", Resolve(variables, "rescue").WorkspaceDirectory);
    }

    [Fact]
    public void OPENCLAW_PROFILE_alone_changes_no_path() =>
        Assert.Equal("/h/.openclaw", Resolve(new() { ["HOME"] = "/h", ["OPENCLAW_PROFILE"] = "rescue" }).StateDirectory);

    [Fact]
    public void OPENCLAW_HOME_comes_before_HOME() =>
        Assert.Equal("/claw/.openclaw", Resolve(new() { ["OPENCLAW_HOME"] = "/claw", ["HOME"] = "/h" }).StateDirectory);

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    [InlineData("a\n")]
    public void A_profile_name_outside_the_pattern_is_refused(string name)
    {
        var error = Assert.Throws<StorageException>(() => Resolve(new() { ["HOME"] = "/h" }, name));
        Assert.Equal("Invalid --profile (use letters, numbers, \"_\", \"-\" only)", error.Message);
    }

    [Fact]
    public void Dev_and_profile_together_are_refused() =>
        Assert.Equal(
            "Cannot combine --dev with --profile",
            Assert.Throws<StorageException>(() => Resolve(new() { ["HOME"] = "/h" }, "a", dev: true)).Message);

    [Fact]
    public void Tilde_is_the_home_and_relative_paths_start_at_the_state_directory()
    {
        var paths = Resolve(new() { ["HOME"] = "/home/ada" });

        Assert.Equal("/home/ada/work", paths.Expand("~/work"));
        Assert.Equal("/home/ada/.openclaw/media", paths.Expand("media"));
        Assert.Equal("/srv", paths.Expand("/srv/"));
    }

    [Fact]
    public void The_state_directory_is_made_for_its_owner_alone()
    {
        using var directory = new TemporaryDirectory();
        Resolve(new() { ["HOME"] = "/h", ["OPENCLAW_STATE_DIR"] = directory["a/b"] }).CreateStateDirectory();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory["a/b"]));
        }
    }

    [Fact]
    public void A_state_directory_that_cannot_be_made_is_named_with_the_way_out()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["file"], "");

        var error = Assert.Throws<StorageException>(() => StatePaths.CreatePrivate(directory["file/state"]));

        Assert.Contains(directory["file/state"], error.Message, StringComparison.Ordinal);
        Assert.Contains("OPENCLAW_STATE_DIR", error.Message, StringComparison.Ordinal);
    }

    private static StatePaths Resolve(Dictionary<string, string> variables, string? profile = null, bool dev = false) =>
        StatePathResolver.Resolve(name => variables.GetValueOrDefault(name), profile, dev);
}
