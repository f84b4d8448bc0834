using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>
/// Takes events to the gateway's inbox: those of one chat in order, each again and again until it is on disk. What Discord has to be asked for
/// first, and does not tell, is put aside after some tries: one chat must not keep all others away.
/// </summary>
internal sealed partial class EventIntake(
    EventHandling handling, Servers servers, CatchUp catchUp, UnreadableEvents unreadable, AccountHealth health, TimeProvider time, ILogger logger)
    : IEventSink, IDisposable
{
    private const int MostAtOnce = 1_000;
    private const int MostOfSick = 100;
    private const int MostTries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly EventLanes _lanes = new(MostAtOnce);
    private readonly ConcurrentDictionary<string, bool> _sick = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    public void Began(ShardId shard, Ready ready)
    {
        foreach (var (channel, work) in catchUp.Plan(shard))
        {
            // Before anything that is written from now on in the same chat.
            var added = _lanes.AddAsync(channel, () => UntilDoneAsync(channel, "catching up", work, putAside: null), CancellationToken.None);
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
        if (_sick.ContainsKey(lane) && _lanes.Waiting(lane) >= MostOfSick)
            await _lanes.AddAsync($"{lane} aside", () => PutAsideAsync(@event, done), cancellationToken);
        else
            await _lanes.AddAsync(lane, () => TakeAsync(lane, @event, done), cancellationToken);
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

    private Task TakeAsync(string lane, GatewayEvent @event, Action done) => UntilDoneAsync(
        lane,
        @event.Name,
        async token =>
        {
            await handling.HandleAsync(@event, token);
            done();
        },
        () => PutAsideAsync(@event, done));

    private async Task UntilDoneAsync(string lane, string name, Func<CancellationToken, Task> work, Func<Task>? putAside)
    {
        var tries = 0;
        for (var pause = FirstPause; !_stop.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await work(_stop.Token);
                if (_sick.TryRemove(lane, out _) || pause > FirstPause)
                    health.Trouble(null);
                return;
            }
            catch (Exception error) when (error is PluginStoppedException || (error is OperationCanceledException && _stop.IsCancellationRequested))
            {
                return;
            }
            catch (ApiException error) when (error.Fault == ApiFault.Refused || ++tries >= MostTries || IsKnownSick(lane, tries))
            {
                // Where the one before it failed for so long, each gets one try until Discord tells again.
                LogGivenUp(logger, name, error.Message);
                if (putAside is not null)
                    await putAside();
                return;
            }
            catch (Exception error)
            {
                // The inbox, the disk or Discord: the event is not done, and the number of the session stays before it.
                LogNotTaken(logger, name, error);
                health.Trouble(error is ApiException ? $"Discord does not tell of a chat: {error.Message}" : "messages cannot be stored at the moment");
                await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private bool IsKnownSick(string lane, int tries)
    {
        if (_sick.Count > MostAtOnce)
            _sick.Clear();
        return !_sick.TryAdd(lane, true) && tries == 1;
    }

    private async Task PutAsideAsync(GatewayEvent @event, Action done)
    {
        try
        {
            await unreadable.KeepAsync(@event.Data, _stop.Token);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logger, @event.Name, error);
        }
        catch (OperationCanceledException)
        {
            // The account stops: it comes again.
            return;
        }

        done();
    }

    [LoggerMessage(21, LogLevel.Error, "An event of Discord ({Name}) could not be taken and is tried again.")]
    private static partial void LogNotTaken(ILogger logger, string name, Exception error);

    [LoggerMessage(26, LogLevel.Warning, "Discord does not tell what has to be known for an event ({Name}); it is put aside: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string name, string reason);

    [LoggerMessage(27, LogLevel.Error, "An event of Discord ({Name}) could not be put aside and is lost.")]
    private static partial void LogNotKept(ILogger logger, string name, Exception error);
}
