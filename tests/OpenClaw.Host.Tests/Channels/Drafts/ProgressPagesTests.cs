using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Tests.Channels.Drafts;

public sealed class ProgressPagesTests
{
    private readonly ManualClock _time = new();
    private readonly SecretRegistry _secrets = new();

    [Fact]
    public void It_has_at_most_so_many_lines_of_such_a_length_and_no_secret()
    {
        _secrets.Register("hunter2-hunter2");
        var pages = new ProgressPages(new DraftOptions { Label = "Busy" }, _secrets, _time);
        for (var number = 0; number < 20; number++)
            pages.Calls(Call($"c{number}", "exec", $$"""{"command":"echo hunter2-hunter2 {{number}}\n`{{string.Concat(Enumerable.Repeat("😀", 200))}}"}"""));
        pages.Called(Call("c19", "exec", "{}"), failed: true);
        _time.Advance(TimeSpan.FromSeconds(2));

        var lines = Assert.Single(pages.Now()).Split('\n');
        Assert.Equal(9, lines.Length);
        Assert.Equal("Busy", lines[0]);
        Assert.All(lines, static line => Assert.InRange(line.Length, 1, 122));
        Assert.All(lines, static line => Assert.DoesNotContain("hunter2", line, StringComparison.Ordinal));
        Assert.Contains(" 19 '", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("✗", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[1..^1], static line => Assert.EndsWith("…`", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_tools_it_shows_only_after_a_long_while()
    {
        var pages = new ProgressPages(new DraftOptions(), _secrets, _time);
        pages.Thought();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(pages.Now());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["Working…\n💭 thinking"], pages.Now());
    }

    [Fact]
    public void Settings_are_read_with_care()
    {
        var options = DraftOptions.Of(
            JsonElement.Parse("""{"mode":"progress","progress":{"label":false,"maxLines":0,"maxLineChars":5000,"toolProgress":false},"preview":{"chunk":{"maxChars":1}}}"""),
            DraftMode.Off,
            sendsBlocks: false);

        Assert.Equal((DraftMode.Progress, null, 1, 300, false, 100), (options.Mode, options.Label, options.MaxLines, options.MaxLineLength, options.ShowsTools, options.BlockLength));
        Assert.Equal(DraftMode.Progress, DraftOptions.Of(default, DraftMode.Progress, sendsBlocks: false).Mode);
        Assert.Equal(DraftMode.Off, DraftOptions.Of(JsonElement.Parse("\"growing\""), DraftMode.Progress, sendsBlocks: false).Mode);
    }

    private static ToolCallPart Call(string id, string name, string arguments) => new(id, name, JsonElement.Parse(arguments));
}
