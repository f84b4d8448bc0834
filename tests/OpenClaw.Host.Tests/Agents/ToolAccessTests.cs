using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>Tools as clients list and call them.</summary>
public sealed class ToolAccessTests
{
    [Fact]
    public async Task Clients_see_and_call_what_agents_may_call_and_nothing_else()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var calls = 0;
        fixture.Tools
            .Add("dice", (invocation, _) => ValueTask.FromResult(ToolResult.Text($"{++calls} for {invocation.Caller}")))
            .Add("rm", static (_, _) => ValueTask.FromResult(ToolResult.Text("gone")), risk: ToolRisk.Dangerous);

        var catalog = await fixture.AskAsync("tools.catalog", "{}");
        var tool = Assert.Single(catalog.GetProperty("groups")[0].GetProperty("tools").EnumerateArray());
        Assert.Equal("dice", tool.GetProperty("id").GetString());
        var effective = await fixture.AskAsync("tools.effective", """{"sessionKey":"main"}""");
        Assert.Equal("full", effective.GetProperty("profile").GetString());

        var first = await fixture.AskAsync("tools.invoke", """{"name":"dice","idempotencyKey":"k"}""");
        var again = await fixture.AskAsync("tools.invoke", """{"name":"dice","idempotencyKey":"k"}""");
        Assert.Equal("1 for Operator", first.GetProperty("output").GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, calls);

        foreach (var name in new[] { "rm", "nope" })
        {
            var refused = await fixture.AskAsync("tools.invoke", $$"""{"name":"{{name}}"}""");
            Assert.False(refused.GetProperty("ok").GetBoolean());
            Assert.Equal($"Tool not available: {name}", refused.GetProperty("error").GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task A_tool_that_configuration_denies_and_arguments_that_do_not_fit_are_refused()
    {
        var config = AgentFixture.Config with { Gateway = new GatewayConfig { Tools = new ToolInvokeConfig { Deny = ["dice"] } } };
        await using var fixture = await AgentFixture.StartAsync(config);
        fixture.Tools
            .Add("dice", static (_, _) => ValueTask.FromResult(ToolResult.Text("6")))
            .Add("coin", static (_, _) => ValueTask.FromResult(ToolResult.Text("head")), """{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}""");

        var denied = await fixture.AskAsync("tools.invoke", """{"name":"dice"}""");
        Assert.Equal("not_found", denied.GetProperty("error").GetProperty("code").GetString());
        var wrong = await fixture.AskAsync("tools.invoke", """{"name":"coin","args":{}}""");
        Assert.Equal("invalid_arguments", wrong.GetProperty("error").GetProperty("code").GetString());
    }
}
