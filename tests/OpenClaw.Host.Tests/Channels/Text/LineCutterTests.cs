using OpenClaw.Channels;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Tests.Channels.Text;

public sealed class LineCutterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void What_is_short_enough_stays_whole(int most) => Assert.Equal(["1\n2\n3\n4\n5"], LineCutter.Cut("1\n2\n3\n4\n5", most, 100, TextUnit.Utf16));

    [Fact]
    public void No_piece_has_more_lines_and_none_is_lost() =>
        Assert.Equal(["1\n2\n3\n4", "5\n6\n7\n8", "9"], LineCutter.Cut("1\n2\n3\n4\n5\n6\n7\n8\n9", 4, 100, TextUnit.Utf16));

    [Fact]
    public void A_code_block_that_is_cut_is_closed_and_opened_again_with_its_language()
    {
        var pieces = LineCutter.Cut("Look:\n```json\na\nb\nc\nd\ne\n```\nDone.", 5, 100, TextUnit.Utf16).ToList();

        Assert.Equal(["Look:\n```json\na\nb\n```", "```json\nc\nd\ne\n```", "Done."], pieces);
        Assert.All(pieces, static piece => Assert.InRange(piece.Split('\n').Length, 1, 5));
    }

    [Fact]
    public void A_message_stays_whole_where_marks_would_make_it_too_long()
    {
        var text = "```\n" + string.Join('\n', Enumerable.Repeat("x", 9)) + "\n```";

        Assert.Equal([text], LineCutter.Cut(text, 6, 10, TextUnit.Utf16));
    }
}
