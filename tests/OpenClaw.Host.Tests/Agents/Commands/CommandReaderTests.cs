using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents.Commands;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("/think high", "think high")]
    [InlineData("/think:high", "think high")]
    [InlineData("/THINK: high", "think high")]
    [InlineData("/t low", "think low")]
    [InlineData("/id", "whoami ")]
    [InlineData("/think a lot", "think a lot")]
    [InlineData("/think high Why is it so?", "[Why is it so?] think high")]
    [InlineData("Tell me /think:low why", "[Tell me why] think low")]
    [InlineData("/think high /verbose on", "think high, verbose on")]
    [InlineData("/think high\n\nLine one\nline two", "[Line one\nline two] think high")]
    [InlineData("How are you? /status", "[How are you?] status ")]
    [InlineData("/status and the weather?", "[and the weather?] status ")]
    [InlineData("/model fake/other do it", "[do it] model fake/other")]
    [InlineData("/model nobody/knows it", "model nobody/knows it")]
    [InlineData("either /model and/or none", "")]
    [InlineData("/usr/bin/status is a path", "")]
    [InlineData("open /status/page now", "")]
    [InlineData("see /unknown thing", "")]
    [InlineData("/unknown", "")]
    [InlineData("/", "")]
    [InlineData("STOP!", "stop ")]
    [InlineData("please stop", "stop ")]
    [InlineData(" halt. ", "stop ")]
    [InlineData("stop it", "")]
    [InlineData("neu", "new ")]
    [InlineData("Neu Guten Tag", "new Guten Tag")]
    [InlineData("neulich", "")]
    [InlineData("/exec ask", "exec ask")]
    public async Task A_message_is_a_command_holds_directives_or_is_plain_text(string message, string expected)
    {
        await using var fixture = await StartAsync();

        Assert.Equal(expected, Shown(fixture.Get<CommandReader>().Read("main", message, static _ => true)));
    }

    [Theory]
    [InlineData("/think high", "")]
    [InlineData("/think high Why?", "")]
    [InlineData("stop", "")]
    [InlineData("Hi /think high /verbose on", "[Hi /think high] verbose on")]
    public async Task What_a_sender_may_not_give_stays_plain_text(string message, string expected)
    {
        await using var fixture = await StartAsync();

        Assert.Equal(expected, Shown(fixture.Get<CommandReader>().Read("main", message, static name => name == "verbose")));
    }

    [Fact]
    public async Task Directives_count_for_their_message_alone_and_the_last_of_a_kind_counts()
    {
        await using var fixture = await StartAsync();
        var inline = fixture.Get<CommandReader>().Read("main", "/think low /model fake/other /queue followup /reasoning on Hi /think high", static _ => true).Inline!;

        var input = inline.ApplyTo(new RunInput { Message = inline.Text, Thinking = "off" });

        Assert.Equal(("Hi", "high", "fake", "other", "followup", "on", null), (input.Message, input.Thinking, input.Provider, input.Model, input.QueueMode, input.Reasoning, input.Verbose));
    }

    [Fact]
    public async Task A_message_of_nothing_but_commands_takes_no_time_to_read()
    {
        await using var fixture = await StartAsync();
        var message = "x " + string.Concat(Enumerable.Repeat("/think high ", 20_000));

        var read = fixture.Get<CommandReader>().Read("main", message, static _ => true);

        Assert.Equal(20, read.Inline!.Commands.Count);
    }

    private static Task<AgentFixture> StartAsync() =>
        AgentFixture.StartAsync(AgentFixture.Config with { Session = new SessionConfig { ResetTriggers = ["/new", "/reset", "neu"] } });

    private static string Shown(ParsedMessage message)
    {
        var commands = message.Inline?.Commands ?? message.Commands;
        var text = message.Inline is { } inline ? $"[{inline.Text}] " : "";
        return text + string.Join(", ", commands.Select(static command => $"{command.Name} {command.Rest}"));
    }
}
