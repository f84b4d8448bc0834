using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Single values of the configuration file, written by the command line.</summary>
public sealed class ConfigSetTests
{
    private const string Config = """{ gateway: { port: 19999, auth: { mode: "token", token: "a-secret-of-some-length" } } }""";

    [Theory]
    [InlineData("gateway.port", "18790", "18790")]
    [InlineData("agents.defaults.model", "offline/echo", "offline/echo")]
    [InlineData("messages.ackReactionScope", "'all'", "all")]
    [InlineData("logging.level", "debug", "debug")]
    public async Task A_value_is_set_and_the_others_stay(string path, string value, string expected)
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "set", path, value));
        Assert.StartsWith($"Updated {path}.", cli.Output, StringComparison.Ordinal);
        using var after = new CliRun().WithConfig(await File.ReadAllTextAsync(cli["openclaw.json"]));
        Assert.Equal(ExitCodes.Success, await after.RunAsync("config", "get", path));

        Assert.Equal(expected, after.Output.Trim());
        Assert.Contains("a-secret-of-some-length", await File.ReadAllTextAsync(cli["openclaw.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway.port", "many", "gateway.port")]
    [InlineData("gateway.nope", "1", "gateway: Unrecognized key")]
    [InlineData("gateway.port.deeper", "1", "stands in the way")]
    public async Task What_the_file_cannot_hold_is_refused_and_changes_nothing(string path, string value, string expected)
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("config", "set", path, value));

        Assert.Contains(expected, cli.Error, StringComparison.Ordinal);
        Assert.Equal(Config, await File.ReadAllTextAsync(cli["openclaw.json"]));
    }

    [Fact]
    public async Task A_dry_run_checks_and_leaves_the_file_alone()
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "set", "gateway.port", "18790", "--dry-run"));

        Assert.Equal(Config, await File.ReadAllTextAsync(cli["openclaw.json"]));
    }

    [Fact]
    public async Task A_value_is_removed_once()
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "unset", "gateway.port"));
        Assert.DoesNotContain("19999", await File.ReadAllTextAsync(cli["openclaw.json"]), StringComparison.Ordinal);
        using var again = new CliRun().WithConfig(await File.ReadAllTextAsync(cli["openclaw.json"]));
        Assert.Equal(ExitCodes.Failure, await again.RunAsync("config", "unset", "gateway.port"));

        Assert.StartsWith("Config path not found: gateway.port. Nothing was changed.", again.Error, StringComparison.Ordinal);
    }
}
