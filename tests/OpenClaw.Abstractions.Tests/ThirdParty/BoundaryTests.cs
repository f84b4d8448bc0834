using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Identity;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>Everything a third party needs is in the contract: these tests compile and run against nothing else of ours.</summary>
public sealed class BoundaryTests : IDisposable
{
    private readonly StandInHost _host = StandInHost.Load(new LampPlugin());

    [Fact]
    public void Nothing_of_ours_but_the_contract_is_referenced()
    {
        var ours = typeof(BoundaryTests).Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("OpenClaw", StringComparison.Ordinal));

        Assert.Equal(["OpenClaw.Abstractions"], ours);
    }

    [Fact]
    public async Task A_channel_logs_in_receives_and_sends()
    {
        await using var channel = Channel();
        var refused = await Assert.ThrowsAsync<ChannelException>(() => channel.StartAsync(_host, CancellationToken.None));
        Assert.True(refused.NeedsLogin);

        var steps = new List<ChannelLoginStep>();
        await foreach (var step in Assert.IsType<IChannelLogin>(channel, exactMatch: false).LoginAsync(force: false, CancellationToken.None))
            steps.Add(step);
        await channel.StartAsync(_host, CancellationToken.None);
        var sent = await channel.SendAsync(
            new OutboundMessage { IdempotencyKey = "k", Chat = _host.Received[0].Chat, Parts = [new TextPart("off")] }, CancellationToken.None);

        Assert.True(steps[^1].Done);
        Assert.Equal(ChannelState.Running, channel.Status.State);
        Assert.Equal("on", Assert.IsType<TextPart>(Assert.Single(_host.Received[0].Parts)).Text);
        Assert.IsType<SendAccepted>(sent);
        await channel.StopAsync(CancellationToken.None);
        Assert.Equal(ChannelState.Stopped, channel.Status.State);
    }

    [Fact]
    public async Task A_channel_offers_its_abilities_as_further_interfaces()
    {
        await using var channel = Channel();
        var chat = Assert.Single(await ((IChannelDirectory)channel).FindChatsAsync("", 10, CancellationToken.None));

        await ((IChannelTyping)channel).ShowTypingAsync(chat, CancellationToken.None);
        await ((IChannelReactions)channel).ReactAsync(chat, "1", null, CancellationToken.None);
        await ((IChannelEdits)channel).EditAsync(chat, "1", [new TextPart("dim")], CancellationToken.None);
        var deleted = await ((IChannelEdits)channel).DeleteAsync(chat, "1", CancellationToken.None);

        Assert.Equal(["typing", "react 1 nothing", "edit 1"], _host.Provider.GetRequiredService<LampBoard>().Shown);
        Assert.Equal("not_supported", Assert.IsType<SendRefused>(deleted).Code);
    }

    [Fact]
    public async Task Tools_of_both_kinds_are_called_alike()
    {
        var progress = new List<MessagePart>();
        var results = new List<ToolResult>();
        foreach (var tool in _host.Provider.GetServices<ITool>())
        {
            var invocation = new ToolInvocation
            {
                CallId = "1",
                Arguments = JsonElement.Parse("""{"colour":"red"}"""),
                Caller = ToolCaller.Operator,
                Progress = progress.Add,
            };
            results.Add(await tool.InvokeAsync(invocation, CancellationToken.None));
        }

        Assert.Equal(["dark", null], results.Select(result => result.ErrorCode));
        Assert.Equal(new TextPart("reading"), Assert.Single(progress));
    }

    [Fact]
    public async Task Providers_stream_and_embed()
    {
        var provider = _host.Apis["parrot-wire"](
            _host.Provider, new AgentProviderSettings { Id = "polly", BaseUrl = new Uri("https://models.example") });
        var request = new ModelRequest { Model = "grey", Messages = [ModelMessage.User("hello")] };
        var updates = new List<ModelUpdate>();
        await foreach (var update in provider.StreamAsync(request, CancellationToken.None))
            updates.Add(update);

        Assert.Equal("polly", provider.Id);
        Assert.Equal("parrot", _host.Provider.GetRequiredService<IAgentProvider>().Id);
        Assert.Equal([new ThinkingDelta("squawk"), new TextDelta("hello"), new UsageReported(new ModelUsage(1, 1)), new ModelStopped(ModelStopReason.Completed)], updates);
        var vectors = await ((IEmbeddingProvider)provider).EmbedAsync("grey", ["four"], null, CancellationToken.None);
        Assert.Equal(4f, vectors.Vectors[0].Span[0]);
    }

    [Fact]
    public async Task Background_work_runs_through_the_scope()
    {
        await Assert.Single(_host.Provider.GetServices<IPluginService>()).StartAsync(CancellationToken.None);
        await Task.WhenAll(_host.Running);

        Assert.Equal(["glow lamp"], _host.Provider.GetRequiredService<LampBoard>().Shown);
    }

    public void Dispose() => _host.Dispose();

    private IChannel Channel() => _host.Channels[LampPlugin.Descriptor.Id](
        _host.Provider,
        new ChannelAccount { Id = AccountId.Default, Settings = JsonElement.Parse("{}"), Scope = _host });
}
