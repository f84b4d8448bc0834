using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _openclaw openclaw")]
    [InlineData("zsh", "#compdef openclaw")]
    [InlineData("fish", "complete -c openclaw")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_gets_its_script(string shell, string expected)
    {
        using var argument = new CliRun();
        using var option = new CliRun();

        Assert.Equal(ExitCodes.Success, await argument.RunAsync("completion", shell));
        Assert.Equal(ExitCodes.Success, await option.RunAsync("completion", "-s", shell));

        Assert.Contains(expected, argument.Output, StringComparison.Ordinal);
        Assert.Equal(argument.Output, option.Output);
    }

    [Theory]
    [InlineData("openclaw gate", "gateway")]
    [InlineData("openclaw gateway --bind lo", "loopback")]
    [InlineData("openclaw gateway call chat.se", "chat.send")]
    [InlineData("openclaw config ", "validate")]
    public async Task The_line_so_far_decides_what_is_suggested(string line, string expected)
    {
        using var cli = new CliRun();

        Assert.Equal(ExitCodes.Success, await cli.RunAsync($"[suggest:{line.Length}]", line));

        Assert.Contains(expected, cli.Output.Split('\n', StringSplitOptions.TrimEntries));
    }
}
