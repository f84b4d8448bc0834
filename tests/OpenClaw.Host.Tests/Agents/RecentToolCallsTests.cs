using OpenClaw.Host.Agents.ToolAccess;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Agents;

public sealed class RecentToolCallsTests
{
    private static readonly ToolCallKey Mine = new("me", "key");

    private readonly ManualClock _clock = new();
    private int _runs;

    [Fact]
    [Trait("Threat", "WS-31")]
    public async Task The_same_call_runs_once_and_gives_the_same_answer_until_its_time_is_over()
    {
        var recent = Remembering(10);
        var first = await recent.Enter(Mine, "this", RunAsync);
        Assert.Same(first, await recent.Enter(Mine, "this", RunAsync));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotSame(first, await recent.Enter(Mine, "this", RunAsync));
        Assert.Equal(2, _runs);
    }

    [Fact]
    [Trait("Threat", "WS-32")]
    public async Task Another_call_under_the_same_key_is_a_conflict_and_another_caller_has_keys_of_their_own()
    {
        var recent = Remembering(10);
        var mine = await recent.Enter(Mine, "this", RunAsync);
        await Assert.ThrowsAsync<RpcException>(() => recent.Enter(Mine, "that", RunAsync));
        Assert.NotSame(mine, await recent.Enter(Mine with { Caller = "you" }, "this", RunAsync));
        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task Calls_that_ended_make_room_for_newer_ones_and_calls_at_work_do_not()
    {
        var recent = Remembering(2);
        var working = new TaskCompletionSource<ToolsInvokeResult>();
        var first = recent.Enter(Mine, "this", () => working.Task);
        for (var i = 0; i < 5; i++)
            await recent.Enter(new ToolCallKey("me", $"other {i}"), "that", RunAsync);

        Assert.Same(first, recent.Enter(Mine, "this", RunAsync));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Same(first, recent.Enter(Mine, "this", RunAsync));

        _ = recent.Enter(new ToolCallKey("me", "another"), "that", () => working.Task);
        var refused = await Assert.ThrowsAsync<RpcException>(() => recent.Enter(new ToolCallKey("me", "one too many"), "that", RunAsync));
        Assert.True(refused.Error.Retryable);
    }

    [Fact]
    [Trait("Threat", "WS-32")]
    public void Callers_without_a_device_are_told_apart_by_how_they_came_in_and_what_they_are()
    {
        var caller = new RpcCaller
        {
            ConnectionId = "one",
            Role = Roles.Operator,
            Scopes = [],
            Protocol = 4,
            AuthMethod = "token",
            ClientId = "cli",
            InstanceId = "a",
        };
        Assert.Equal(caller.Identity, (caller with { ConnectionId = "two" }).Identity);
        RpcCaller[] others =
            [caller with { InstanceId = "b" }, caller with { ClientId = "webchat" }, caller with { AuthMethod = "none" }, caller with { DeviceId = "d" }];
        Assert.DoesNotContain(caller.Identity, others.Select(static other => other.Identity));
    }

    private RecentToolCalls Remembering(int most) =>
        new(new FixedConfig(new GatewayConfig { Limits = new GatewayLimitsConfig { MaxIdempotencyKeys = most } }), _clock);

    private Task<ToolsInvokeResult> RunAsync()
    {
        _runs++;
        return Task.FromResult(ToolsInvokeResult.Failed("dice", "failed", $"{_runs}"));
    }
}
