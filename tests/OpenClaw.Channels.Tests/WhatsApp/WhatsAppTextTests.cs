using OpenClaw.Channels.WhatsApp.Formatting;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Markdown in the marks of WhatsApp.</summary>
public sealed class WhatsAppTextTests
{
    [Theory]
    [InlineData("**bold** and __bold__", "*bold* and *bold*")]
    [InlineData("*it* and _it_", "_it_ and _it_")]
    [InlineData("***both***", "*_both_*")]
    [InlineData("~~gone~~", "~gone~")]
    [InlineData("**a _b_ c**", "*a _b_ c*")]
    [InlineData("`x*y*z` and ``a`b``", "`x*y*z` and `a`b`")]
    [InlineData("snake_case_name 2*3*4", "snake_case_name 2_3_4")]
    [InlineData("a ** b", "a ** b")]
    [InlineData("\\*no\\*", "*no*")]
    [InlineData("# Title", "*Title*")]
    [InlineData("## **Title** #", "*Title*")]
    [InlineData("#tag", "#tag")]
    [InlineData("* one\n* two\n  + three", "- one\n- two\n  - three")]
    [InlineData("1. one\n2. two", "1. one\n2. two")]
    [InlineData("> quoted **x**", "> quoted *x*")]
    [InlineData("[name](https://example.org \"title\")", "name (https://example.org)")]
    [InlineData("[https://example.org](https://example.org) <https://example.org>", "https://example.org https://example.org")]
    [InlineData("![picture](https://example.org/a.png)", "picture (https://example.org/a.png)")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("one\n\ntwo", "one\n\ntwo")]
    [InlineData("text\n# Title\nmore", "text\n*Title*\nmore")]
    [InlineData("", "")]
    public void Marks_become_those_of_WhatsApp(string markdown, string expected) => Assert.Equal(expected, WhatsAppText.Of(markdown));

    [Theory]
    [InlineData("```json\n{ \"a\": **b** }\n```", "```\n{ \"a\": **b** }\n```")]
    [InlineData("before\n~~~\nx\n~~~\nafter", "before\n```\nx\n```\nafter")]
    [InlineData("```\nnever closed", "```\nnever closed\n```")]
    [InlineData("````\n```\n````", "```\n```\n```")]
    public void Code_stays_as_it_is(string markdown, string expected) => Assert.Equal(expected, WhatsAppText.Of(markdown));

    [Fact]
    public void A_table_becomes_lists() => Assert.Equal(
        "*Ada*\n- Born: 1815\n- Known for: *programs*\n*Alan*\n- Born: 1912\n- Known for: a | b",
        WhatsAppText.Of("| Name | Born | Known for |\n|---|:--|---|\n| Ada | 1815 | **programs** |\n| Alan | 1912 | a \\| b |"));

    [Fact]
    [Trait("Threat", "CH-18")]
    public void Texts_of_every_shape_end()
    {
        var random = new Random(20261122);
        const string signs = "*_~`[]()<>!#|-\\> \nab@1";
        for (var round = 0; round < 5000; round++)
            Assert.NotNull(WhatsAppText.Of(new string([.. Enumerable.Range(0, random.Next(0, 200)).Select(_ => signs[random.Next(signs.Length)])])));
    }
}
