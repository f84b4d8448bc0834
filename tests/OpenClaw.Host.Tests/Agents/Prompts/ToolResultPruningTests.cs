using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Tests.Agents.Prompts;

public sealed class ToolResultPruningTests
{
    private const int Window = 10_000;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly ContextPruningConfig On = new() { Mode = ContextPruningConfig.CacheTtl, MinPrunableToolChars = 5_000 };

    [Theory]
    [InlineData(4_000, 4_000)]
    [InlineData(4_001, 3_005)]
    public void Long_results_are_cut_from_their_limit_on(int length, int expected)
    {
        var pruned = ToolResultPruning.Prune(Talk(length, filler: 12_000), On, Window, Now);

        Assert.Equal(expected, pruned[2].Content.ToPlainText().Length);
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void A_warm_cache_is_left_alone(int secondsSince, bool prunes)
    {
        var pruned = ToolResultPruning.Prune(Talk(8_000, filler: 12_000), On, Window, Now.AddSeconds(secondsSince - 3600));

        Assert.Equal(prunes, pruned[2].Content.ToPlainText().Length < 8_000);
    }

    [Fact]
    public void A_context_that_is_mostly_empty_is_left_alone()
    {
        var messages = Talk(5_000, filler: 1);

        Assert.Same(messages, ToolResultPruning.Prune(messages, On, Window, Now));
    }

    [Fact]
    public void A_full_context_loses_old_results()
    {
        var pruned = ToolResultPruning.Prune(Talk(8_000, filler: 30_000), On with { SoftTrimMaxChars = 100_000 }, Window, Now);

        Assert.Equal("[Old tool result content cleared]", pruned[2].Content.ToPlainText());
    }

    [Fact]
    public void The_last_answers_and_named_tools_are_protected()
    {
        var messages = Talk(8_000, filler: 30_000);

        var kept = ToolResultPruning.Prune(messages, On with { KeepLastAssistants = 4 }, Window, Now);
        var denied = ToolResultPruning.Prune(messages, On with { DeniedTools = ["read"] }, Window, Now);

        Assert.Equal(8_000, kept[2].Content.ToPlainText().Length);
        Assert.Equal(8_000, denied[2].Content.ToPlainText().Length);
    }

    [Fact]
    public void Nothing_is_pruned_unless_asked_for()
    {
        var messages = Talk(8_000, filler: 30_000);

        Assert.Same(messages, ToolResultPruning.Prune(messages, new ContextPruningConfig(), Window, Now));
    }

    // One round with a tool, then three answers, the last of them an hour ago.
    private static List<TranscriptMessage> Talk(int resultLength, int filler) =>
    [
        Message(MessageRoles.User, new string('q', filler)),
        Message(MessageRoles.Assistant, "looking"),
        Message(MessageRoles.ToolResult, new string('r', resultLength)) with { ToolName = "read" },
        Message(MessageRoles.Assistant, "a"),
        Message(MessageRoles.Assistant, "b"),
        Message(MessageRoles.Assistant, "c"),
        Message(MessageRoles.User, "next"),
    ];

    private static TranscriptMessage Message(string role, string text) => new()
    {
        Role = role,
        Content = MessageContent.OfText(text),
        Timestamp = Now.AddHours(-1).ToUnixTimeMilliseconds(),
    };
}
