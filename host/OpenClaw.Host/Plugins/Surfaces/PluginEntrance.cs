using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Host.Plugins.Scopes;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Surfaces;

/// <summary>
/// The way into one thing that a plugin serves: so many calls side by side, each with a deadline, on the pool and without the
/// caller's ambient values. A call that hangs keeps its place and its lease until it returns; its caller is let go at the deadline.
/// </summary>
/// <param name="what">For logs: "route /x" and the like.</param>
/// <param name="handle">The plugin's object.</param>
/// <param name="places">Calls side by side.</param>
/// <param name="timeout">For each call.</param>
/// <param name="environment">What the host gives.</param>
/// <param name="stopping">Ends calls that the plugin's stop waited for long enough.</param>
internal sealed class PluginEntrance<T>(
    string what, PluginHandle<T> handle, int places, TimeSpan timeout, PluginEnvironment environment, CancellationToken stopping)
    where T : class
{
    private int _free = places;

    public string PluginId => handle.PluginId;

    public TimeSpan Timeout => timeout;

    /// <param name="call">Calls the object, and copies what it gives into types of the host.</param>
    /// <param name="cancellationToken">Gives up; so does the plugin's token then.</param>
    /// <exception cref="PluginNotEnteredException">The plugin had stopped before.</exception>
    /// <exception cref="PluginStoppedException">The plugin was stopped during the call.</exception>
    /// <exception cref="PluginBusyException">Every place is taken.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    /// <exception cref="PluginFaultException">The plugin threw.</exception>
    public async Task<TResult> CallAsync<TResult>(Func<T, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken)
    {
        if (!handle.TryLease(out var lease, out var target))
            throw new PluginNotEnteredException(PluginId, what);
        if (Interlocked.Decrement(ref _free) < 0)
        {
            Leave(lease);
            throw new PluginBusyException(PluginId, what);
        }

        // Not linked to ours: what the plugin hangs on to its token must not hold us up.
        var given = new CancellationTokenSource();
        using var deadline = new CancellationTokenSource(timeout, environment.Clock);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token, stopping);
        var work = Start(call, target, lease, given.Token);
        try
        {
            return await work.WaitAsync(limits.Token);
        }
        catch (OperationCanceledException) when (limits.IsCancellationRequested)
        {
            throw Cause(deadline, cancellationToken);
        }
        catch (PluginFaultException fault)
        {
            environment.Log.CallFailed(PluginId, what, fault.Fault.Trace);
            environment.Metrics?.CallFailed(PluginId, "fault");
            throw;
        }
        finally
        {
            _ = EndAsync(work, given);
        }
    }

    private Task<TResult> Start<TResult>(Func<T, CancellationToken, Task<TResult>> call, T target, PluginLease lease, CancellationToken token) =>
        Detached.Start(() => Task.Run(() => RunAsync(call, target, lease, token), CancellationToken.None));

    private async Task<TResult> RunAsync<TResult>(Func<T, CancellationToken, Task<TResult>> call, T target, PluginLease lease, CancellationToken token)
    {
        try
        {
            return await call(target, token);
        }
        catch (Exception exception)
        {
            throw PluginBoundary.Copy(exception, PluginId, environment.Secrets.Redact, token);
        }
        finally
        {
            Leave(lease);
        }
    }

    private Exception Cause(CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);
        if (!deadline.IsCancellationRequested)
            return Stopped();
        environment.Log.CallTimedOut(PluginId, what, timeout.TotalSeconds);
        environment.Metrics?.CallFailed(PluginId, "timeout");
        return new TimeoutException($"Plugin {PluginId}: {what} did not finish within {timeout.TotalSeconds:0.#} s.");
    }

    /// <summary>The plugin's token ends with the call, however that ended; a late failure is nobody's any more.</summary>
    private static async Task EndAsync(Task work, CancellationTokenSource given)
    {
        try
        {
            await given.CancelAsync();
        }
        catch (Exception)
        {
            // Callbacks on the token are the plugin's code, and the call is over.
        }

        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        given.Dispose();
    }

    private void Leave(PluginLease lease)
    {
        Interlocked.Increment(ref _free);
        lease.Dispose();
    }

    private PluginStoppedException Stopped() => new($"Plugin {PluginId} (generation {handle.Generation}) has stopped: {what} is gone.");
}
