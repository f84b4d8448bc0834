using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Tests.Agents.Compaction;

public sealed class SplitPointTests
{
    [Theory]
    [InlineData("uaua", 10, 1, 1000, 2)]
    [InlineData("uaua", 10, 2, 1000, null)]
    [InlineData("uauaua", 10, 2, 1000, 2)]
    [InlineData("uattaua", 25, 1, 1000, 4)]
    [InlineData("uatta", 10, 0, 1000, 4)]
    [InlineData("uatta", 30, 0, 1000, 1)]
    [InlineData("uaattattat", 20, 9, 45, 8)]
    [InlineData("u", 10, 1, 5, null)]
    [InlineData("uaua", 10, 3, 25, 2)]
    public void The_kept_part_begins_where_no_result_loses_its_call(string roles, int keep, int turns, int most, int? expected) =>
        Assert.Equal(expected, SplitPoint.Find(Rows(roles), keep, turns, most));

    [Fact]
    public void No_split_ever_parts_a_call_from_its_result()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var rows = Rows(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => "uattaatau"[random.Next(9)])));
            var split = SplitPoint.Find(rows, random.Next(1, 300), random.Next(0, 5), random.Next(1, 300));
            if (split is { } at)
            {
                Assert.InRange(at, 1, rows.Count - 1);
                Assert.NotEqual(MessageRoles.ToolResult, rows[at].Message.Role);
            }
        }
    }

    private static List<CompactionRow> Rows(string roles) => [.. roles.Select(static (role, index) => new CompactionRow(index, 10, new TranscriptMessage
    {
        Role = role switch { 'u' => MessageRoles.User, 'a' => MessageRoles.Assistant, _ => MessageRoles.ToolResult },
        Content = MessageContent.OfText("x"),
    }))];
}
