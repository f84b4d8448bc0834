namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>Wakes who waits for something to become so.</summary>
internal sealed class ChangeSignal
{
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits until it is so; processes that end raise nothing, so it looks now and then by itself.</summary>
    public async Task UntilAsync(Func<bool> isSo, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        while (true)
        {
            var changed = _changed.Task;
            if (isSo())
                return;
            await changed.WaitAsync(TimeSpan.FromMilliseconds(200), deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            deadline.Token.ThrowIfCancellationRequested();
        }
    }
}
