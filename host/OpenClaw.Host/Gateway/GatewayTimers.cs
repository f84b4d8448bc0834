using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Health;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Gateway;

/// <summary>The two clocks that all connections share: the tick, and the renewal of the health snapshot.</summary>
internal sealed partial class GatewayTimers(
    IEventPublisher events, HealthMonitor health, GatewayOptions options, TimeProvider time, ILogger<GatewayTimers> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TickAsync(stoppingToken), RefreshHealthAsync(stoppingToken));

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.TickInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var tick = new TickEvent { Ts = time.GetUtcNow().ToUnixTimeMilliseconds() };
            events.Publish(GatewayEvent.Create(EventNames.Tick, tick, ProtocolJsonContext.Default.TickEvent));
        }
    }

    private async Task RefreshHealthAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.HealthRefreshInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await health.RefreshAsync(probe: false, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Border of a background loop: one failed look must not end the looking.
                Log.HealthFailed(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1030, LogLevel.Error, "The health snapshot could not be renewed.")]
        public static partial void HealthFailed(ILogger logger, Exception exception);
    }
}
