namespace OpenClaw.Host.Security;

/// <summary>Loads the room's keys before the first connection.</summary>
internal sealed class SecurityLifetime(SecurityKeys keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => keys.LoadAsync(cancellationToken).AsTask();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
