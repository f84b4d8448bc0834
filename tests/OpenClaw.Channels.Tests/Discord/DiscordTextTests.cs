using OpenClaw.Channels.Discord.Formatting;

namespace OpenClaw.Channels.Tests.Discord;

public sealed class DiscordTextTests
{
    [Fact]
    public void A_table_stands_in_letters_of_one_width()
    {
        var text = DiscordText.Of("Prices:\n| Thing | Price |\n|---|---:|\n| `tea` | 2 |\n| coffee | 3 |\nThat is all.", null);

        Assert.Equal("Prices:\n```\nThing  | Price\n-------+------\ntea    | 2\ncoffee | 3\n```\nThat is all.", text);
    }

    [Theory]
    [InlineData("**bold** _it_ `code` ~~gone~~ ||hidden||")]
    [InlineData("```md\n| a | b |\n|---|---|\n```")]
    [InlineData("| a | b |\nno rule")]
    [InlineData("|---|---|")]
    public void All_else_is_as_it_was_written(string text) => Assert.Equal(text, DiscordText.Of(text, null));

    [Fact]
    public void A_table_that_would_be_too_long_with_its_columns_aligned_stays_within_the_limit()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 60).Select(static number => $"| {number} | {(number == 7 ? new string('x', 300) : "y")} | z |"));

        var text = DiscordText.Of($"| a | b | c |\n|---|---|---|\n{rows}", null);

        Assert.InRange(text.Length, 1, 2000);
        Assert.Contains("59 | y | z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_the_settings_know_become_calls_outside_of_code()
    {
        var aliases = new Dictionary<string, string> { ["ops"] = "<@!42>", ["@Dev"] = "7" };

        Assert.Equal("<@42>, <@7> and a@ops.org: `@ops`\n```\n@dev\n``` @who <@7>", DiscordText.Of("@Ops, @dev and a@ops.org: `@ops`\n```\n@dev\n``` @who @dev", aliases));
    }
}
