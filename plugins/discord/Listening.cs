using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Commands;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Receiving;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord;

/// <summary>The connections of an account, from their first word to their last.</summary>
internal sealed class Listening : IAsyncDisposable
{
    // The first turn to introduce itself may be five seconds away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly AccountParts _parts;
    private readonly GatewayFinder _finder;
    private readonly EventIntake _intake;
    private readonly GatewayAccount _gateway;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _loops = [];

    public Listening(AccountParts parts, User bot, IChannelInbox inbox)
    {
        (_parts, Bot) = (parts, bot);
        var (scope, clock, logger) = (parts.Scope, parts.Scope.Clock, parts.Scope.CreateLogger("receiving"));
        var (settings, servers) = (parts.Settings, parts.Servers);
        var chats = new ChatFinder(servers, parts.Directs, settings.Dm);
        var mapper = new InboundMapper(bot, chats, servers, new FileFetcher(parts.Api, parts.Address), clock);
        var desk = new InteractionDesk(parts.Api, parts.Interactions, settings.SlashCommand, logger);
        var unreadable = new UnreadableEvents(scope);
        var handling = new EventHandling(
            inbox, mapper, new InteractionMapper(chats, clock), new ReactionMapper(bot, chats, clock), desk, parts.Memory.Marks, unreadable, logger);
        var catchUp = new CatchUp(parts.Messages, parts.Api, parts.Memory.Marks, clock, logger) { Take = handling.TakeAsync };
        _intake = new EventIntake(handling, servers, catchUp, unreadable, parts.Health, clock, logger);
        _finder = new GatewayFinder(parts.Api, parts.Address, clock);
        _gateway = new GatewayAccount
        {
            Token = parts.Token,
            Intents = IntentSettings.Of(settings.Intents),
            Address = parts.Address,
            Http = parts.GatewayHttp,
            Gate = parts.Gate,
            Sink = _intake,
            Health = parts.Health,
            Remember = parts.Memory.SaveAsync,
            Time = clock,
            Logger = scope.CreateLogger("gateway"),
        };
    }

    public User Bot { get; }

    /// <summary>Returns when the first connection is live.</summary>
    /// <exception cref="ChannelException">It cannot be.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _finder.FindAsync(mayIdentify: false, cancellationToken);
        _parts.Health.Connected(Bot.Username);
        _parts.Rest.TokenRefused = () => _parts.Health.GiveUp("Discord does not accept the bot token any more");
        ShardLoop? first = null;
        foreach (var (shard, session) in _parts.Memory.Open(_finder.Shards, _parts.Address))
        {
            _parts.Health.Down(shard.Number, "connecting");
            var loop = new ShardLoop(_gateway, _finder, shard, session);
            first ??= loop;
            Run($"connection {shard.Number}", loop.RunAsync);
        }

        Run("memory", _parts.Memory.RunAsync);
        var problem = await FirstAsync(first!, cancellationToken);
        if (problem is not null)
            throw new ChannelException(problem.Reason) { IsTransient = problem.Kind != EndKind.Fatal };
    }

    /// <summary>Ends the connections so that their sessions stay at Discord, and remembers them.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        await _intake.StopAsync();
        await _parts.Memory.SaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _intake.Dispose();
        _stop.Dispose();
    }

    private async Task<ConnectionEnd?> FirstAsync(ShardLoop first, CancellationToken cancellationToken)
    {
        try
        {
            return await first.First.WaitAsync(Patience, _gateway.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new ConnectionEnd(EndKind.Resume, "Discord did not begin to send events in time");
        }
    }

    private void Run(string name, Func<CancellationToken, Task> work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _loops.Add(ended.Task);
        _parts.Scope.Run(name, async ending =>
        {
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(ending, _stop.Token);
                await work(both.Token);
            }
            finally
            {
                ended.TrySetResult();
            }
        });
    }
}
