using OpenClaw.Channels.Telegram.Api;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Asks now and then whether Telegram still has the webhook: silence alone says nothing about it.</summary>
internal sealed class WebhookWatch(Bot bot, string url, AccountHealth health, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
            try
            {
                var set = await bot.GetWebhookUrlAsync(stopping);
                if (set == url)
                    health.Heard();
                else
                    health.GiveUp("conflict: another program has changed the webhook of this bot; it is set again");
            }
            catch (ApiException error)
            {
                health.Failed(error.Message);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
