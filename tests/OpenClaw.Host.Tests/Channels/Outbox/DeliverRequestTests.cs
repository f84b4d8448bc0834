using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class DeliverRequestTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_run_that_delivers_knows_where_to()
    {
        var route = await RouteOfAsync(new AgentParams { Message = "hi", IdempotencyKey = "k", Deliver = true, To = "fake:42", ThreadId = "7" });

        Assert.Equal(("fake", "default", "42", "7"), (route!.Channel, route.AccountId, route.ChatId, route.ThreadId));
    }

    [Fact]
    public async Task The_target_of_the_reply_comes_before_that_of_the_message()
    {
        var route = await RouteOfAsync(new AgentParams { Message = "hi", IdempotencyKey = "k", Deliver = true, To = "1", ReplyTo = "2", Channel = "other", ReplyChannel = "fake" });

        Assert.Equal("2", route!.ChatId);
    }

    [Fact]
    public async Task Without_a_target_or_the_wish_nothing_is_delivered()
    {
        Assert.Null(await RouteOfAsync(new AgentParams { Message = "hi", IdempotencyKey = "k", Deliver = true }));
        Assert.Null(await RouteOfAsync(new AgentParams { Message = "hi", IdempotencyKey = "k", Deliver = false, To = "42" }));
    }

    [Fact]
    public async Task A_target_that_is_not_there_is_refused_unless_it_does_not_matter()
    {
        var request = new AgentParams { Message = "hi", IdempotencyKey = "k", Deliver = true, To = "42", Channel = "nosuch" };
        var error = await Assert.ThrowsAsync<RpcException>(() => RouteOfAsync(request));

        Assert.Equal("invalid agent params: unsupported channel: nosuch", error.Message);
        Assert.Null(await RouteOfAsync(request with { BestEffortDeliver = true }));
    }

    public void Dispose() => _directory.Dispose();

    private async Task<ReplyRoute?> RouteOfAsync(AgentParams parameters)
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path);
        var call = new RpcCall("r1", "agent", AgentFixture.CallerOf("c1"), new RpcAnswers());
        return (await outbox.Get<RunRequests>().OfAsync(call, parameters, CancellationToken.None)).Input.Route;
    }
}
