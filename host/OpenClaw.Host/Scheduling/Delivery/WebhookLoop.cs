using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>
/// Makes the calls that runs of jobs ask for, and makes them again where they failed. They lie on disk until they are over, so that a
/// restart goes on with them; each carries a key by which the far end can tell that it has it already.
/// </summary>
internal sealed partial class WebhookLoop(
    SqliteDatabase database, WebhookClient client, WebhookSignal signal, SchedulingLimits limits, TimeProvider time, ILogger<WebhookLoop> logger)
    : BackgroundService
{
    private const int AtOnce = 8;

    // What an earlier process left can wait until this one has started.
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sleep = FirstLook;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(sleep, time, stoppingToken);
                sleep = await PassAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                // The border of a background loop: what failed now is found again in a minute.
                LogFailed(logger, error);
                sleep = limits.LongestSleep;
            }
        }
    }

    private async Task<TimeSpan> PassAsync(CancellationToken cancellationToken)
    {
        while (await database.ReadAsync(connection => WebhookSql.Due(connection, time.UnixMs, AtOnce), cancellationToken) is { Count: > 0 } due)
            await Task.WhenAll(due.Select(delivery => CallAsync(delivery, cancellationToken)));
        var next = await database.ReadAsync(WebhookSql.NextDue, cancellationToken);
        var left = TimeSpan.FromMilliseconds(Math.Max(1, next - time.UnixMs));
        return next == 0 || left > limits.LongestSleep ? limits.LongestSleep : left;
    }

    private async Task CallAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await client.PostAsync(delivery.Url, delivery.Key, delivery.Body, cancellationToken);
            await EndAsync(delivery, arrived: true);
        }
        catch (WebhookRefusedException refused)
        {
            LogRefused(logger, delivery.Key, HostOf(delivery), refused.Message);
            await EndAsync(delivery, arrived: false);
        }
        catch (Exception error) when (error is not StorageException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is: a call that fails without being counted would be made for ever.
            var again = await database.WritePatientlyAsync(connection => WebhookSql.PutOff(connection, delivery, time.UnixMs), CancellationToken.None);
            LogNotArrived(logger, delivery.Key, HostOf(delivery), delivery.Attempts + 1, again, error.Message);
        }
    }

    // What was taken at the far end is not sent again because the disk is full here.
    private ValueTask<bool> EndAsync(WebhookDelivery delivery, bool arrived) => database.WritePatientlyAsync(
        connection =>
        {
            WebhookSql.End(connection, delivery, arrived);
            return arrived;
        },
        CancellationToken.None);

    // The rest of an address may be a secret.
    private static string HostOf(WebhookDelivery delivery) => new Uri(delivery.Url).Host;

    [LoggerMessage(8050, LogLevel.Error, "Calls to web addresses could not be made; the next attempt follows in a minute.")]
    private static partial void LogFailed(ILogger logger, Exception error);

    [LoggerMessage(8051, LogLevel.Warning, "The call {Key} to {Host} is given up: {Reason}")]
    private static partial void LogRefused(ILogger logger, string key, string host, string reason);

    [LoggerMessage(8052, LogLevel.Warning, "The call {Key} to {Host} failed in attempt {Attempt} (again: {Again}): {Reason}")]
    private static partial void LogNotArrived(ILogger logger, string key, string host, int attempt, bool again, string reason);
}
