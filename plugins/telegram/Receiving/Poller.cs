using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Telegram.Api;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Asks for events, one question at a time, and hands them over. What was not stored is asked for again.</summary>
internal sealed partial class Poller(Bot bot, UpdateBatch batch, Cursor cursor, AccountHealth health, TimeProvider time, ILogger logger)
{
    private const int Wait = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan AlbumPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ImmediateAnswer = TimeSpan.FromSeconds(1);

    private readonly PollPauses _pauses = new();

    // The first question does not wait: what came while nobody listened is there at once.
    private bool _waits;

    public async Task RunAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                pause = await PollAsync(inbox, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ApiException error)
            {
                pause = await PauseAfterAsync(error, stopping);
            }
            catch (Exception error)
            {
                // The inbox or the disk: what was not stored is not confirmed, and comes again.
                LogNotTaken(logger, error);
                health.Failed("messages cannot be stored at the moment");
                pause = _pauses.Failure();
            }

            if (pause != TimeSpan.Zero)
                await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> PollAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        var wait = _waits ? Wait : 0;
        var updates = ReceivedUpdate.ReadAll(await bot.GetUpdatesAsync(Question(wait), Patience, stopping));
        health.Heard();
        _waits = true;
        if (updates.Count > 0 && cursor.IsJump(updates[0].Id))
            LogJump(logger, updates[0].Id, cursor.Next);
        var waitsForAlbum = await batch.TakeAsync(inbox, updates, stopping);
        _pauses.Good();
        if (updates.Count == 0)
            return wait > 0 && time.GetElapsedTime(began) < ImmediateAnswer ? _pauses.Empty() : TimeSpan.Zero;
        _pauses.Full();
        return waitsForAlbum ? AlbumPause : TimeSpan.Zero;
    }

    private JsonObject Question(int wait)
    {
        var question = new JsonObject
        {
            ["limit"] = 100,
            ["timeout"] = wait,
            ["allowed_updates"] = WantedUpdates.List(),
        };
        if (cursor.Next is { } next)
            question["offset"] = next;
        return question;
    }

    private async Task<TimeSpan> PauseAfterAsync(ApiException error, CancellationToken stopping)
    {
        if (error.IsBadToken)
        {
            // The gateway starts the account anew, and the start says for good what is wrong.
            health.GiveUp("Telegram does not accept the bot token any more");
            return Timeout.InfiniteTimeSpan;
        }

        if (error.Code == 409)
            return await ConflictAsync(error, stopping);
        health.Failed(error.Message);
        LogFailed(logger, error.Message);
        return error.Fault == ApiFault.TooMany ? PollPauses.Asked(error.RetryAfter) : _pauses.Failure();
    }

    private async Task<TimeSpan> ConflictAsync(ApiException error, CancellationToken stopping)
    {
        if (!error.Says("webhook"))
        {
            health.Failed(
                "conflict: another program asks Telegram for this bot's messages; stop it, or give one of them a bot of its own from @BotFather");
            LogConflict(logger);
            return _pauses.Conflict();
        }

        health.Failed("conflict: a webhook is set for this bot; it is removed now");
        LogWebhook(logger);
        try
        {
            await bot.DeleteWebhookAsync(stopping);
        }
        catch (ApiException failed)
        {
            LogFailed(logger, failed.Message);
        }

        return _pauses.Failure();
    }

    [LoggerMessage(11, LogLevel.Warning, "Telegram could not be asked for messages: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Warning, "Another program asks Telegram for the messages of this bot. Only one can.")]
    private static partial void LogConflict(ILogger logger);

    [LoggerMessage(13, LogLevel.Warning, "A webhook was set for this bot and kept it from asking for messages; it is removed.")]
    private static partial void LogWebhook(ILogger logger);

    [LoggerMessage(14, LogLevel.Error, "A message of Telegram could not be taken and is asked for again.")]
    private static partial void LogNotTaken(ILogger logger, Exception error);

    [LoggerMessage(15, LogLevel.Warning, "Telegram numbered an event {Id}, far from {Expected}.")]
    private static partial void LogJump(ILogger logger, long id, long? expected);
}
