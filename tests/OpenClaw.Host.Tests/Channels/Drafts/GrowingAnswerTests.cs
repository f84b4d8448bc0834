using OpenClaw.Channels;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Channels.Drafts;

/// <summary>Answers that chats see growing.</summary>
public sealed class GrowingAnswerTests : IDisposable
{
    private const string Partial = """{"mode":"partial"}""";
    private readonly TemporaryDirectory _directory = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task The_answer_takes_the_place_of_what_was_seen_of_it()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Partial);
        chat.Model.Says((Task.CompletedTask, "The beginning of a longer answer, "), (_gate.Task, "and its end."));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(1);
        Assert.Equal("The beginning of a longer answer,", chat.Sender.Standing["m1"]);

        _gate.SetResult();
        await chat.UntilAsync(() => Task.FromResult(chat.Sender.Standing["m1"].EndsWith("and its end.", StringComparison.Ordinal)));
        Assert.Single(chat.Sender.Shown);
        Assert.Empty(chat.Sender.Deleted);
        Assert.Equal(0, await chat.Agents.Database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM drafts")));
    }

    [Fact]
    public async Task A_draft_that_cannot_become_the_answer_goes_once_the_answer_is_sent()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Partial);
        chat.Model.Says((Task.CompletedTask, "The beginning of a longer answer, "), (_gate.Task, "and its end."));
        chat.Sender.Editing = static _ => new SendRefused("message_not_found", "message can't be edited");
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(1);

        _gate.SetResult();
        await chat.UntilAsync(() => Task.FromResult(!chat.Sender.Deleted.IsEmpty));
        Assert.Equal("The beginning of a longer answer, and its end.", Assert.Single(chat.Sender.Standing.Values));
    }

    [Fact]
    public async Task Three_failures_in_a_row_end_the_draft_and_not_the_answer()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Partial);
        var tries = 0;
        chat.Sender.Before = (message, _) => Task.FromResult<SendOutcome?>(
            message.IdempotencyKey.StartsWith("draft:", StringComparison.Ordinal) && ++tries > 0 ? new SendRetryable("busy") : null);
        chat.Model.Says((Task.CompletedTask, "The beginning of a longer answer, "), (_gate.Task, "and its end."));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilAsync(() => Task.FromResult(tries == 3));
        for (var seconds = 0; seconds < 30; seconds++)
        {
            chat.Agents.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(2);
        }

        _gate.SetResult();
        await chat.UntilShownAsync(1);
        Assert.Equal((3, "The beginning of a longer answer, and its end."), (tries, Assert.Single(chat.Sender.Shown).Text));
    }

    [Fact]
    public async Task A_platform_that_asks_to_slow_down_stops_the_draft_for_a_while_and_never_holds_up_the_answer()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, Partial);
        var changes = 0;
        chat.Sender.Editing = _ => ++changes == 1 ? new SendRetryable("slow down", TimeSpan.FromMinutes(10)) : null;
        chat.Model.Says((Task.CompletedTask, "The beginning of a longer answer, "), (_gate.Task, "more, "), (Task.Delay(200), "and its end."));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(1);
        _gate.SetResult();
        await chat.UntilAsync(() => Task.FromResult(changes == 1));

        // The answer comes within the minute for which nothing else is tried.
        var began = chat.Agents.Time.GetTimestamp();
        await chat.UntilAsync(() => Task.FromResult(chat.Sender.Standing["m1"].EndsWith("and its end.", StringComparison.Ordinal)));
        Assert.Single(chat.Sender.Shown);
        Assert.Equal(2, changes);
        Assert.NotEqual(0, began);
    }

    [Fact]
    public async Task Blocks_grow_one_after_the_other_and_become_the_messages_of_the_answer()
    {
        await using var chat = await DraftScene.StartAsync(
            _directory.Path, """{"mode":"block","preview":{"chunk":{"minChars":50,"maxChars":200}}}""");
        var paragraphs = Enumerable.Range(1, 6).Select(static number => $"Paragraph {number} {new string((char)('a' + number), 80)}.\n\n").ToArray();
        chat.Model.Says((Task.CompletedTask, string.Concat(paragraphs[..3])), (_gate.Task, string.Concat(paragraphs[3..])));
        await chat.RunAsync();
        await chat.SayAsync("1", "tell me");
        await chat.UntilShownAsync(2);

        Assert.StartsWith("Paragraph 3", chat.Sender.Standing["m2"], StringComparison.Ordinal);
        _gate.SetResult();
        await chat.UntilAsync(() => Task.FromResult(chat.Sender.Standing.Values.Any(static text => text.StartsWith("Paragraph 5", StringComparison.Ordinal))));
        Assert.Equal(3, chat.Sender.Standing.Count);
        Assert.All(chat.Sender.Standing.Values, static text => Assert.InRange(text.Length, 1, 200));
        Assert.Contains("Paragraph 4", chat.Sender.Standing["m2"], StringComparison.Ordinal);
        Assert.Empty(chat.Sender.Deleted);
    }

    public void Dispose() => _directory.Dispose();
}
