using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>
/// Takes messages of drafts away whose answer was sent, or whose run died with its process. What there is to do is on disk; it looks there
/// when it is woken, and again a while later when something could not be taken away.
/// </summary>
internal sealed partial class DraftCleaner(
    SqliteDatabase database, IChannelSender sender, BootId boot, DraftSignal signal, TimeProvider time, ILogger<DraftCleaner> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    // Telegram lets a bot delete for two days; what stands longer stays.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sender.AccountStarted += OnAccountStarted;
        try
        {
            var wait = Timeout.InfiniteTimeSpan;
            while (!stoppingToken.IsCancellationRequested)
            {
                await signal.WaitAsync(wait, time, stoppingToken);
                wait = await PassAsync(stoppingToken) ? Timeout.InfiniteTimeSpan : wait == Timeout.InfiniteTimeSpan ? Pause : Longer(wait);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is on disk.
        }
        finally
        {
            sender.AccountStarted -= OnAccountStarted;
        }
    }

    /// <returns>Whether nothing is left that could be taken away.</returns>
    private async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stale = await database.ReadAsync(connection => DraftSql.Stale(connection, boot, AtOnce), cancellationToken);
            var isDone = stale.Count < AtOnce;
            foreach (var draft in stale)
            {
                if (await IsGoneAsync(draft, cancellationToken))
                    await database.WriteAsync(connection => DraftSql.Remove(connection, draft.Id), cancellationToken);
                else
                    isDone &= !sender.IsRunning(draft.Channel, draft.AccountId);
            }

            return isDone;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of a background loop.
            LogFailed(logger, error);
            return false;
        }
    }

    private async Task<bool> IsGoneAsync(StaleDraft draft, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(draft.CreatedAt) > Patience)
            return true;
        if (!sender.IsRunning(draft.Channel, draft.AccountId))
            return false;
        try
        {
            // Refused, it is gone or cannot go: either way there is nothing more to do.
            return await sender.DeleteAsync(draft.Channel, draft.AccountId, draft.Chat, draft.MessageId, cancellationToken)
                is SendAccepted or SendRefused;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The border to the plugin: a draft that stays a while longer is a blemish.
            LogNotGone(logger, draft.Channel, draft.AccountId, error);
            return false;
        }
    }

    private void OnAccountStarted(string channel, string accountId) => signal.Raise();

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < LongestPause ? wait * 2 : LongestPause;

    [LoggerMessage(8661, LogLevel.Warning, "Messages of drafts could not be taken away now.")]
    private static partial void LogFailed(ILogger logger, Exception error);

    [LoggerMessage(8662, LogLevel.Debug, "A message of a draft could not be taken away through {Channel}/{Account} now.")]
    private static partial void LogNotGone(ILogger logger, string channel, string account, Exception error);
}
