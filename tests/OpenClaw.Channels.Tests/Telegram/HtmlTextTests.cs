using System.Text;
using OpenClaw.Channels.Telegram.Formatting;
using OpenClaw.Channels.Tests.Telegram.Fake;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Markdown as Telegram takes it.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("**bold** and *slanted* and __bold__ and _slanted_", "<b>bold</b> and <i>slanted</i> and <b>bold</b> and <i>slanted</i>")]
    [InlineData("***both***", "<b><i>both</i></b>")]
    [InlineData("**bold with *slanted* inside**", "<b>bold with <i>slanted</i> inside</b>")]
    [InlineData("*slanted with **bold** inside*", "<i>slanted with <b>bold</b> inside</i>")]
    [InlineData("~~gone~~ ||hidden||", "<s>gone</s> <tg-spoiler>hidden</tg-spoiler>")]
    [InlineData("a_name_of_a_file and 2 * 3 * 4", "a_name_of_a_file and 2 * 3 * 4")]
    [InlineData("`a < b && **c**`", "<code>a &lt; b &amp;&amp; **c**</code>")]
    [InlineData("``with ` inside``", "<code>with ` inside</code>")]
    [InlineData("**not closed", "**not closed")]
    [InlineData("\\*not slanted\\*", "*not slanted*")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[a **link**](https://example.org/?a=1&b=\"2\")", "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">a <b>link</b></a>")]
    [InlineData("[do not](javascript:alert(1))", "do not (javascript:alert(1))")]
    [InlineData("<https://example.org>", "<a href=\"https://example.org\">https://example.org</a>")]
    [InlineData("# Heading\ntext", "<b>Heading</b>\ntext")]
    [InlineData("- one\n- two", "- one\n- two")]
    [InlineData("> quoted\n> **twice**\nafter", "<blockquote>quoted\n<b>twice</b></blockquote>\nafter")]
    [InlineData("```csharp\nvar a = b < c;\n```\nafter", "<pre><code class=\"language-csharp\">var a = b &lt; c;</code></pre>\nafter")]
    [InlineData("```\n**not bold**", "<pre>**not bold**</pre>")]
    [InlineData("```a\"onclick=\"x\ncode\n```", "<pre>code</pre>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\nafter", "<pre>| a | b |\n|---|---|\n| 1 | 2 |</pre>\nafter")]
    [InlineData("one\n\ntwo\n", "one\n\ntwo\n")]
    public void Markdown_becomes_what_Telegram_shows(string markdown, string html)
    {
        Assert.Equal(html, HtmlText.Of(markdown));
        TelegramHtml.Read(html);
    }

    [Fact]
    [Trait("Threat", "CH-18")]
    public void Whatever_the_text_is_Telegram_takes_it_and_it_is_not_longer_than_before()
    {
        string[] pieces =
            ["*", "**", "***", "_", "__", "~~", "||", "`", "``", "```", "```cs\n", "\n", "\n\n", "> ", "# ", "[", "](", ")", "(http://x.y)", "<", ">", "&", "&lt;", "\"", "\\", "|", "|-|\n", "- ", " ", "word", "é😀", "!", "tg://x"];
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var left = random.Next(1, 24); left > 0; left--)
                text.Append(pieces[random.Next(pieces.Length)]);
            var markdown = text.ToString();
            var shown = TelegramHtml.Read(HtmlText.Of(markdown));
            Assert.True(shown.Length <= markdown.Length, $"{markdown} became {shown}");
        }
    }

    [Fact]
    public void A_text_made_of_marks_costs_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var piece in new[] { "*a", "**a ", "_", "[", "`", "||", "***", "<", "![" })
            HtmlText.Of(string.Concat(Enumerable.Repeat(piece, 4000 / piece.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
    }
}
