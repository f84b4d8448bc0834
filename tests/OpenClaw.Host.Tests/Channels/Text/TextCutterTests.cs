using OpenClaw.Channels;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Tests.Channels.Text;

public sealed class TextCutterTests
{
    [Fact]
    public void A_text_that_fits_stays_whole() => Assert.Equal(["Hello.\n\nYou."], Cut("Hello.\n\nYou.\n", 20));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t \n")]
    public void White_space_is_no_message(string text) => Assert.Empty(Cut(text, 20));

    [Fact]
    public void A_paragraph_is_the_best_place() =>
        Assert.Equal(["one two three.\nfour", "five six seven eight nine"], Cut("one two three.\nfour\n\nfive six seven eight nine", 26));

    [Fact]
    public void A_line_comes_before_a_sentence() =>
        Assert.Equal(["one two three. four", "five. six seven eight"], Cut("one two three. four\nfive. six seven eight", 26));

    [Fact]
    public void A_sentence_comes_before_a_word() =>
        Assert.Equal(["one two three four.", "five six seven eight"], Cut("one two three four. five six seven eight", 26));

    [Fact]
    public void A_word_comes_before_a_hard_cut() =>
        Assert.Equal(["one two three four five", "six seven eight"], Cut("one two three four five six seven eight", 26));

    [Fact]
    public void A_word_longer_than_a_message_is_cut_hard() =>
        Assert.Equal([new string('x', 20), new string('x', 20), new string('x', 5)], Cut(new string('x', 45), 20));

    [Fact]
    public void What_people_see_as_one_character_stays_whole()
    {
        const string Family = "👨‍👩‍👧‍👦";
        var pieces = Cut(string.Concat(Enumerable.Repeat(Family, 5)), (Family.Length * 2) + 3);

        Assert.Equal([Family + Family, Family + Family, Family], pieces);
    }

    [Fact]
    public void A_character_with_more_accents_than_a_message_holds_is_cut_between_them()
    {
        var pieces = Cut("a" + string.Concat(Enumerable.Repeat("\u0301", 50)), 20);

        Assert.All(pieces, static piece => Assert.InRange(piece.Length, 1, 20));
        Assert.Equal(51, pieces.Sum(static piece => piece.Length));
    }

    [Fact]
    public void Lengths_are_counted_as_the_platform_does()
    {
        Assert.Equal([new string('ä', 20), "ä"], Cut(new string('ä', 21), 20));
        Assert.Equal([new string('ä', 10), new string('ä', 10), "ä"], Cut(new string('ä', 21), 20, TextUnit.Utf8Bytes));
        Assert.Equal(2, Cut(string.Concat(Enumerable.Repeat("😀", 21)), 20, TextUnit.Scalars).Count);
        Assert.Equal(3, Cut(string.Concat(Enumerable.Repeat("😀", 21)), 20).Count);
    }

    [Theory]
    [InlineData("some words and **bold ones here** and more", "some words and", "**bold ones here** and more")]
    [InlineData("some words and `code with spaces` and more", "some words and", "`code with spaces` and more")]
    [InlineData("some words [a link](http://a.b) here", "some words", "[a link](http://a.b) here")]
    [InlineData("two ** three of them and many words more x", "two ** three of them and", "many words more x")]
    public void Emphasis_code_and_links_are_not_torn_apart(string text, string first, string second) => Assert.Equal([first, second], Cut(text, 28));

    [Theory]
    [InlineData("**")]
    [InlineData("[")]
    [InlineData("`a")]
    [InlineData("**a ")]
    [InlineData("[](")]
    public void Marks_without_end_take_no_time(string mark) =>
        Assert.NotEmpty(Cut(string.Concat(Enumerable.Repeat(mark, 20_000)), 4000));

    [Fact]
    public void A_code_block_is_closed_and_opened_again_with_its_language()
    {
        var pieces = Cut("Look:\n```csharp\nvar a = 1;\nvar b = 2;\nvar c = 3;\n```\nDone.", 44);

        Assert.Equal(["Look:\n```csharp\nvar a = 1;\nvar b = 2;\n```", "```csharp\nvar c = 3;\n```\nDone."], pieces);
    }

    [Fact]
    public void A_block_that_ends_at_the_cut_is_not_opened_again_for_nothing()
    {
        var pieces = Cut("```\naaaaaaaaaa\nbbbbbbbbbb\n```\nand here the text goes on", 30);

        Assert.Equal(["```\naaaaaaaaaa\nbbbbbbbbbb\n```", "and here the text goes on"], pieces);
    }

    [Fact]
    public void A_block_that_would_begin_at_the_cut_begins_in_the_next_message()
    {
        var pieces = Cut("some words before it\n```python\nprint('a long line of code')\n```", 44);

        Assert.Equal("some words before it", pieces[0]);
        Assert.StartsWith("```python\n", pieces[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_indentation_of_code_survives_a_cut()
    {
        var pieces = Cut("```py\ndef long_name_of_it():\n    return 1\n    # nothing else\n```", 36);

        Assert.Equal(["def long_name_of_it():", "    return 1", "    # nothing else"], pieces.SelectMany(static piece => piece.Split('\n')[1..^1]));
    }

    [Fact]
    public void A_long_text_is_cut_in_reasonable_time()
    {
        var pieces = Cut(string.Concat(Enumerable.Repeat("Some words of an answer. And some more.\n\n", 25_000)), 2000, TextUnit.Scalars);

        Assert.True(pieces.Count > 500);
    }

    private static IReadOnlyList<string> Cut(string text, int limit, TextUnit unit = TextUnit.Utf16) => [.. TextCutter.Cut(text, limit, unit)];
}
