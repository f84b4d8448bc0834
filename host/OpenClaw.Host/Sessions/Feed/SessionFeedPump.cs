namespace OpenClaw.Host.Sessions.Feed;

/// <summary>Works the queue of the feed off, one change after the other.</summary>
internal sealed partial class SessionFeedPump(SessionFeed feed, SessionEvents events, ILogger<SessionFeedPump> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var news in feed.ReadAsync(stoppingToken))
                await TellAsync(news, stoppingToken);
        }
        finally
        {
            feed.Close();
        }
    }

    private async ValueTask TellAsync(SessionNews news, CancellationToken cancellationToken)
    {
        try
        {
            await events.PublishAsync(news, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The border of this loop: one change that cannot be told must not silence those after it.
            LogUntold(logger, news.Key, error);
        }
        finally
        {
            news.Told?.TrySetResult();
        }
    }

    [LoggerMessage(3504, LogLevel.Warning, "A change of session {SessionKey} could not be told.")]
    private static partial void LogUntold(ILogger logger, string? sessionKey, Exception error);
}
