using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Takes events to the gateway's inbox: those of one chat in order, each again and again until it is on disk.</summary>
internal sealed partial class EventIntake(EventHandling handling, Servers servers, CatchUp catchUp, AccountHealth health, TimeProvider time, ILogger logger)
    : IEventSink, IDisposable
{
    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly EventLanes _lanes = new(MostAtOnce);
    private readonly CancellationTokenSource _stop = new();

    public void Began(ShardId shard, Ready ready)
    {
        foreach (var (channel, work) in catchUp.Plan(shard))
        {
            // Before anything that is written from now on in the same chat.
            var added = _lanes.AddAsync(channel, () => work(_stop.Token), CancellationToken.None);
            if (!added.IsCompleted)
                return;
        }
    }

    public async ValueTask TakeAsync(GatewayEvent @event, Action done, CancellationToken cancellationToken)
    {
        if (servers.Learn(@event.Name, @event.Data) || !EventHandling.IsOfInterest(@event.Name))
        {
            done();
            return;
        }

        if (handling.Acknowledging(@event) is { } acknowledging)
            await _lanes.AddAsync(@event.Key, () => acknowledging(_stop.Token), cancellationToken);
        var lane = EventReader.Text(@event.Data, "channel_id") ?? "";
        await _lanes.AddAsync(lane, () => UntilDoneAsync(@event, done), cancellationToken);
    }

    /// <summary>Ends what goes on. What is not on disk by then comes again with the next session.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _lanes.EmptyAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _lanes.Dispose();
    }

    private async Task UntilDoneAsync(GatewayEvent @event, Action done)
    {
        for (var pause = FirstPause; !_stop.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await handling.HandleAsync(@event, _stop.Token);
                if (pause > FirstPause)
                    health.Trouble(null);
                done();
                return;
            }
            catch (Exception error) when (error is PluginStoppedException || (error is OperationCanceledException && _stop.IsCancellationRequested))
            {
                return;
            }
            catch (Exception error)
            {
                // The inbox, the disk or Discord: the event is not done, and the number of the session stays before it.
                LogNotTaken(logger, @event.Name, error);
                health.Trouble("messages cannot be stored at the moment");
                await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(21, LogLevel.Error, "An event of Discord ({Name}) could not be taken and is tried again.")]
    private static partial void LogNotTaken(ILogger logger, string name, Exception error);
}
