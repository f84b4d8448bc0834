using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Tests.Agents.Compaction;

/// <summary>How long a conversation is for the far end.</summary>
public sealed class CompactionViewTests
{
    [Fact]
    public void The_last_count_of_the_far_end_goes_before_the_guess_and_what_came_after_is_guessed()
    {
        var view = new CompactionView(null, [Row(1, 10, 0), Row(2, 10, 5_000), Row(3, 100, 0)]);

        Assert.Equal(5_000 + 7 - 1_000 + 100, view.TokensBeside(1_000));
        Assert.Equal(120, new CompactionView(null, [Row(1, 10, 0), Row(2, 10, 5), Row(3, 100, 0)]).TokensBeside(1_000));
    }

    [Fact]
    public void A_count_from_before_the_last_summary_says_nothing()
    {
        var earlier = new OpenClaw.Host.Sessions.Transcript.Compaction
        {
            SessionId = "s",
            FirstKeptSeq = 2,
            Summary = string.Empty,
            Cause = "threshold",
            TokensBefore = 5_000,
            TokensAfter = 10,
            CreatedAt = 50,
        };

        Assert.Equal(10, new CompactionView(earlier, [Row(2, 10, 5_000)]).TokensBeside(0));
        Assert.Equal(5_007, new CompactionView(earlier, [Row(51, 10, 5_000)]).TokensBeside(0));
    }

    private static CompactionRow Row(long at, int tokens, long prompt) => new(at, tokens, new TranscriptMessage
    {
        Role = prompt > 0 ? "assistant" : "user",
        Content = MessageContent.OfText("x"),
        Timestamp = at,
        Usage = prompt > 0 ? new MessageUsage { Input = prompt, Output = 7, TotalTokens = prompt + 7 } : null,
    });
}
