using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("gatway", "OpenClaw does not know the command \"gatway\". Did you mean \"gateway\"?", "Try: openclaw --help")]
    [InlineData("gateway reload", "OpenClaw gateway has no command \"reload\".", "Try: openclaw gateway --help")]
    [InlineData("gateway --bogus", "OpenClaw does not recognize option \"--bogus\".", "Try: openclaw gateway --help")]
    [InlineData("sessions --limits=3", "OpenClaw does not recognize option \"--limits\". Did you mean \"--limit\"?", "Try: openclaw sessions --help")]
    [InlineData("--token x health", "OpenClaw does not recognize option \"--token\". Write it behind the command it belongs to.", "Try: openclaw health --help")]
    [InlineData("health extra", "OpenClaw health does not take \"extra\".", "Try: openclaw health --help")]
    [InlineData("gateway call", "Missing required argument \"method\".", "Try: openclaw gateway call --help")]
    [InlineData("gateway --port 99999", "Invalid --port. Use a port number from 1 to 65535, for example 18789.", "Try: openclaw gateway --help")]
    [InlineData("health --port x", "Invalid --port. Use a port number from 1 to 65535, for example 18789.", "Try: openclaw health --help")]
    [InlineData("gateway --bind everywhere", "Invalid --bind. Use \"loopback\", \"lan\", \"tailnet\", \"auto\", or \"custom\".", "Try: openclaw gateway --help")]
    [InlineData("gateway --auth magic", "Invalid --auth. Use \"none\", \"token\", \"password\", or \"trusted-proxy\".", "Try: openclaw gateway --help")]
    [InlineData("qr --access all", "Invalid --access. Argument 'all' not recognized. Must be one of: 'limited' 'node'", "Try: openclaw qr --help")]
    [InlineData("logs --limit 0", "Invalid --limit. Use a whole number from 1, not \"0\".", "Try: openclaw logs --help")]
    public async Task A_line_that_is_wrong_says_what_and_where_to_look(string line, string message, string hint)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync(line.Split(' ')));

        Assert.Equal([message, hint], cli.Error.Trim().Split('\n', StringSplitOptions.TrimEntries));
        Assert.Empty(cli.Output);
    }

    [Theory]
    [InlineData("health --bogus --json")]
    [InlineData("--json gatway")]
    [InlineData("gateway call health --params nonsense --json")]
    [InlineData("health --url ws://127.0.0.1:1 --json")]
    [InlineData("config get nope.nope --json")]
    [InlineData("agent --json")]
    public async Task With_json_a_failure_is_one_document_and_nothing_else(string line)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync(line.Split(' ')));

        Assert.False(cli.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("cli_error", cli.Json.GetProperty("error").GetProperty("type").GetString());
        Assert.Empty(cli.Error);
    }

    [Fact]
    public async Task Without_a_command_help_is_the_answer()
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Success, await cli.RunAsync());

        Assert.Contains("gateway", cli.Output, StringComparison.Ordinal);
        Assert.Contains("completion", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_without_its_verb_shows_help_and_fails()
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("config"));

        Assert.Contains("validate", cli.Error, StringComparison.Ordinal);
        Assert.Empty(cli.Output);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    public async Task The_version_is_one_line(string option)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(option));

        Assert.Matches(@"^OpenClaw \d+\.\d+\.\d+( \([0-9a-f]{7}\))?\s*$", cli.Output);
    }

    [Theory]
    [InlineData("--profile a/b config file", "Invalid --profile")]
    [InlineData("config file --profile work --dev", "Cannot combine --dev with --profile")]
    public async Task A_wrong_profile_has_an_exit_code_of_its_own(string line, string message)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.InvalidProfile, await cli.RunAsync(line.Split(' ')));

        Assert.StartsWith(message, cli.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--profile work config file")]
    [InlineData("config file --profile work")]
    public async Task Root_options_count_before_and_after_the_command(string line)
    {
        using var cli = new CliRun().With("OPENCLAW_STATE_DIR", "");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(line.Split(' ')));

        Assert.Equal(cli[Path.Combine(".openclaw-work", "openclaw.json")], cli.Output.Trim());
    }
}
