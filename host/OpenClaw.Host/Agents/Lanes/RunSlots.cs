using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>How many runs may work at the same time in the whole gateway.</summary>
internal sealed class RunSlots(IConfigSource configuration, TimeProvider time) : IDisposable
{
    // The cap of this process's life: slots that are taken cannot be taken back.
    private readonly SemaphoreSlim _free = new(Math.Max(1, configuration.Current.Agents.Defaults.MaxConcurrent));

    /// <summary>
    /// Waits for a slot, but not longer than <c>gateway.queue.messageTimeoutMs</c> where a caller waits too. Only this waiting counts:
    /// behind another run of its session a message waits as long as that takes.
    /// </summary>
    /// <param name="surface">A message of a chat has been taken for good: it waits for its turn, however long that takes.</param>
    /// <returns>False when there was none in time.</returns>
    public async Task<bool> TryEnterAsync(RunSurface surface, CancellationToken cancellationToken)
    {
        if (await _free.WaitAsync(TimeSpan.Zero, cancellationToken))
            return true;
        if (surface == RunSurface.Channel)
        {
            await _free.WaitAsync(cancellationToken);
            return true;
        }

        using var patience = new CancellationTokenSource(configuration.Current.Gateway.Queue.MessageTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
