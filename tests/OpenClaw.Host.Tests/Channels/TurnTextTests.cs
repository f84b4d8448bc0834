using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Turns;

namespace OpenClaw.Host.Tests.Channels;

public sealed class TurnTextTests
{
    [Fact]
    public void A_direct_message_is_its_text() => Assert.Equal("hello", TurnText.Of([Received.Row(Received.Direct())], []));

    [Fact]
    public void A_group_says_who_spoke_and_what_was_said_before()
    {
        var text = TurnText.Of([Received.Row(Received.Group("and you?"), 3)], [Received.Row(Received.Group("hi", "8"), 1), Received.Row(Received.Group("ho", "9"), 2)]);

        Assert.Equal(
            """
            [What was said in this chat since your last answer, for context only]
            Person 8: hi
            Person 9: ho

            [The message to answer]
            Person 7: and you?
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Quotes_and_files_are_told()
    {
        var message = Received.Direct("look") with
        {
            ReplyToText = "what?",
            ReplyToSender = "Ann",
            Media = [new StoredMedia { MediaType = "image/png", FileName = "a.png", Path = "/p" }, new StoredMedia { MediaType = "video/mp4", Problem = "too large" }],
        };

        Assert.Equal(
            "[Answers Ann] what? [/Answers]\nlook\n[media attached: a.png (image/png) at /p]\n[media unavailable: (video/mp4): too large]",
            TurnText.Of([Received.Row(message)], []));
    }
}
