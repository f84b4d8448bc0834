using OpenClaw.Channels;
using OpenClaw.Host.Channels.Drafts;

namespace OpenClaw.Host.Tests.Channels.Drafts;

/// <summary>Answers that are sent paragraph by paragraph, where messages cannot be changed.</summary>
public sealed class SentBlockTests : IDisposable
{
    private const string Blocks = """{"block":{"enabled":true,"coalesce":{"minChars":60,"idleMs":1000}}}""";
    private readonly TemporaryDirectory _directory = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task Paragraphs_are_sent_while_the_rest_is_written_and_none_is_sent_twice()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Blocks, ChannelAbilities.None);
        chat.Model.Says(
            (Task.CompletedTask, "First paragraph.\n\nSecond one, with code:\n\n```\na\n\nb\n```\n\nA third that goes"), (_gate.Task, " on.\n\nThe end."));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(1);
        Assert.Equal("First paragraph.\n\nSecond one, with code:\n\n```\na\n\nb\n```", chat.Sender.Shown[0].Text);

        _gate.SetResult();
        await chat.UntilShownAsync(2);
        Assert.Equal("A third that goes on.\n\nThe end.", chat.Sender.Shown[1].Text);
        Assert.Equal(2, chat.Sender.Shown.Count);
    }

    [Fact]
    public async Task A_pause_sends_what_is_whole()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Blocks, ChannelAbilities.None);
        chat.Model.Says((Task.CompletedTask, "Short.\n\nNot yet"), (_gate.Task, " done."));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(1);
        Assert.Equal("Short.", chat.Sender.Shown[0].Text);

        _gate.SetResult();
        await chat.UntilShownAsync(2);
        Assert.Equal("Not yet done.", chat.Sender.Shown[1].Text);
    }

    [Theory]
    [InlineData("no break at all", 0)]
    [InlineData("one\n\ntwo", 5)]
    [InlineData("one\n\n", 5)]
    [InlineData("one\ntwo\n", 0)]
    [InlineData("```\na\n\nb", 0)]
    [InlineData("```\na\n\nb\n```\n\nc", 14)]
    [InlineData("\n\none", 0)]
    public void A_paragraph_ends_at_an_empty_line_outside_of_code(string text, int end)
    {
        var found = ParagraphEnd.After(text, 0);
        Assert.Equal(end, string.IsNullOrWhiteSpace(text[..found]) ? 0 : found);
    }

    public void Dispose() => _directory.Dispose();
}
