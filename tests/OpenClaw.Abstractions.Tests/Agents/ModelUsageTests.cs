using OpenClaw.Agents;

namespace OpenClaw.Abstractions.Tests.Agents;

public sealed class ModelUsageTests
{
    [Fact]
    public void Usages_add_up_member_by_member()
    {
        var sum = new ModelUsage(1, 2, 3, 4) + new ModelUsage(10, 20, 30, 40);

        Assert.Equal(new ModelUsage(11, 22, 33, 44), sum);
        Assert.Equal(110, sum.TotalTokens);
        Assert.Equal(sum, sum.Add(ModelUsage.None));
    }

    [Fact]
    public void A_named_choice_needs_its_name()
    {
        Assert.Throws<ArgumentException>(() => ToolChoice.Named(""));
        Assert.Equal(ToolChoice.Named("read"), ToolChoice.Named("read"));
        Assert.NotEqual(ToolChoice.Named("read"), ToolChoice.Required);
    }
}
