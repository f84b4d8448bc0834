using OpenClaw.Host.Plugins.Faults;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// Runs a plugin's synchronous code on a thread of its own with a deadline. A call that never returns costs that thread and
/// nothing else; a pool thread would be taken from everybody.
/// </summary>
internal static class PluginWorker
{
    /// <exception cref="PluginDeadlineException">The deadline has passed. The work goes on; <paramref name="late"/> is called when it ends after all.</exception>
    public static async Task<T> RunAsync<T>(string name, Func<T> work, TimeSpan timeout, TimeProvider clock, Action? late, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, done)) { IsBackground = true, Name = name };
        // Unsafe: the caller's ambient values stay outside.
        thread.UnsafeStart();
        try
        {
            return await done.Task.WaitAsync(timeout, clock, cancellationToken);
        }
        catch (TimeoutException) when (!done.Task.IsCompleted)
        {
            throw new PluginDeadlineException(timeout);
        }
        finally
        {
            if (!done.Task.IsCompleted)
                _ = ObserveAsync(done.Task, late);
        }
    }

    /// <summary>Runs an asynchronous call of a plugin; its synchronous beginning may hang too.</summary>
    /// <param name="hold">Disposed when the plugin's code has returned, in time or not.</param>
    public static Task InvokeAsync(string name, Func<CancellationToken, Task> call, TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken, IDisposable? hold = null) =>
        InvokeAsync(
            name,
            async token =>
            {
                await call(token);
                return true;
            },
            timeout,
            clock,
            hold,
            cancellationToken);

    /// <summary>Runs an asynchronous call of a plugin that has an answer.</summary>
    /// <param name="hold">Disposed when the plugin's code has returned, in time or not.</param>
    /// <exception cref="PluginDeadlineException">It did not return in time.</exception>
    public static async Task<T> InvokeAsync<T>(
        string name, Func<CancellationToken, Task<T>> call, TimeSpan timeout, TimeProvider clock, IDisposable? hold, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(timeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var token = linked.Token;
        var running = await RunAsync(name, () => WholeAsync(call, hold, token), timeout, clock, late: null, cancellationToken);
        var left = timeout - clock.GetElapsedTime(started);
        try
        {
            return await running.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, cancellationToken);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new PluginDeadlineException(timeout);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // It listened to its token, which is as late as not listening.
            throw new PluginDeadlineException(timeout);
        }
        finally
        {
            if (!running.IsCompleted)
                _ = ObserveAsync(running, late: null);
        }
    }

    private static async Task<T> WholeAsync<T>(Func<CancellationToken, Task<T>> call, IDisposable? hold, CancellationToken cancellationToken)
    {
        try
        {
            return await call(cancellationToken);
        }
        finally
        {
            hold?.Dispose();
        }
    }

    private static async Task ObserveAsync(Task work, Action? late)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        late?.Invoke();
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }
}
