using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Tests.Configuration.Reload;

/// <summary>What each mode makes of each class of keys.</summary>
public sealed class ReloadModeTests
{
    private const string Before = "messages: { ackReaction: 'a' }, agents: { defaults: { thinkingDefault: 'low', maxConcurrent: 2 } }";

    [Theory]
    [InlineData("off", "messages.ackReaction", true, false)]
    [InlineData("off", "agents.defaults.thinkingDefault", false, false)]
    [InlineData("off", "agents.defaults.maxConcurrent", false, false)]
    [InlineData("hot", "messages.ackReaction", true, false)]
    [InlineData("hot", "agents.defaults.thinkingDefault", true, false)]
    [InlineData("hot", "agents.defaults.maxConcurrent", false, false)]
    [InlineData("restart", "messages.ackReaction", true, false)]
    [InlineData("restart", "agents.defaults.thinkingDefault", false, true)]
    [InlineData("restart", "agents.defaults.maxConcurrent", false, true)]
    [InlineData("hybrid", "messages.ackReaction", true, false)]
    [InlineData("hybrid", "agents.defaults.thinkingDefault", true, false)]
    [InlineData("hybrid", "agents.defaults.maxConcurrent", false, true)]
    public async Task A_change_is_applied_waits_or_restarts(string mode, string key, bool applied, bool restarts)
    {
        await using var reload = await new ReloadFixture(Before, $"mode: '{mode}'").StartAsync();

        reload.Save(After(key), $"mode: '{mode}'");

        await reload.LoggedAsync($"config change detected; evaluating reload ({key})");
        if (restarts)
            await reload.Lifetime.Stopping;
        else if (applied)
            await reload.AppliedAsync(key);
        else
            await reload.LoggedAsync(mode == "off" ? "config reload disabled (gateway.reload.mode=off)" : $"config change needs restart ({key})");
        Assert.Equal(applied, Text(reload, key) == Changed(key));
        Assert.Equal(restarts, reload.Restart.IsRequested);
        Assert.Equal(applied ? [] : [key], reload.Activation.Status.Waiting);
    }

    [Fact]
    public async Task What_was_ignored_while_off_is_taken_when_switched_on()
    {
        await using var reload = await new ReloadFixture(Before, "mode: 'off'").StartAsync();
        var after = After("agents.defaults.thinkingDefault");
        reload.Save(after, "mode: 'off'");
        await reload.LoggedAsync("config reload disabled");

        reload.Save(after, "mode: 'hot'");

        await reload.AppliedAsync("gateway.reload.mode, agents.defaults.thinkingDefault");
        Assert.Equal("high", Text(reload, "agents.defaults.thinkingDefault"));
        Assert.Empty(reload.Activation.Status.Waiting);
    }

    [Fact]
    public async Task Of_a_mixed_change_the_part_that_can_is_applied_and_a_revert_ends_the_wait()
    {
        await using var reload = await new ReloadFixture(Before, "mode: 'hot'").StartAsync();
        var half = After("agents.defaults.thinkingDefault");
        reload.Save(half.Replace("maxConcurrent: 2", "maxConcurrent: 3", StringComparison.Ordinal), "mode: 'hot'");

        await reload.LoggedAsync("config change needs restart (agents.defaults.maxConcurrent)");
        Assert.Equal("high", Text(reload, "agents.defaults.thinkingDefault"));
        Assert.Equal("2", Text(reload, "agents.defaults.maxConcurrent"));

        reload.Save(half + ", ui: {}", "mode: 'hot'");
        await reload.AppliedAsync("ui");
        Assert.Empty(reload.Activation.Status.Waiting);
    }

    [Fact]
    [Trait("Threat", "PLG-23")]
    public async Task A_change_that_is_taken_back_before_its_restart_leaves_the_gateway_up()
    {
        await using var reload = await new ReloadFixture(Before).StartAsync();
        reload.Restart.RequestForChange(TimeSpan.FromHours(1));

        reload.Save(Before + ", ui: {}");

        await reload.AppliedAsync("ui");
        Assert.False(reload.Restart.IsArmed);
    }

    private static string After(string key) => key switch
    {
        "messages.ackReaction" => Before.Replace("'a'", "'b'", StringComparison.Ordinal),
        "agents.defaults.thinkingDefault" => Before.Replace("'low'", "'high'", StringComparison.Ordinal),
        _ => Before.Replace("maxConcurrent: 2", "maxConcurrent: 3", StringComparison.Ordinal),
    };

    private static string Changed(string key) => key switch
    {
        "messages.ackReaction" => "b",
        "agents.defaults.thinkingDefault" => "high",
        _ => "3",
    };

    private static string? Text(ReloadFixture reload, string key) => reload.Source.Document.Find(key) switch
    {
        ConfigString text => text.Value,
        { } other => other.ToString(),
        _ => null,
    };
}
