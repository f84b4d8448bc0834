namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>A timer that can be taken back, callback and state included.</summary>
internal sealed class ScopedTimer(ScopedTimeProvider owner, TimerCallback callback, object? state, bool oneShot) : ITimer
{
    private TimerCallback? _callback = callback;
    private object? _state = state;
    private ITimer? _timer;
    private volatile bool _ended;

    public void Start(TimeProvider inner, TimeSpan dueTime, TimeSpan period)
    {
        _timer = Detached.Start(() => inner.CreateTimer(static timer => ((ScopedTimer)timer!).Fire(), this, dueTime, period));
        if (_ended)
            _timer.Dispose();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) =>
        !_ended && owner.Track(this) && _timer is { } timer && timer.Change(dueTime, period);

    public void Dispose()
    {
        owner.Forget(this);
        End();
    }

    public ValueTask DisposeAsync()
    {
        owner.Forget(this);
        var timer = _timer;
        End();
        return timer?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    public void End()
    {
        _ended = true;
        _timer?.Dispose();
        _callback = null;
        _state = null;
    }

    private void Fire()
    {
        if (oneShot)
            owner.Forget(this);
        if (_callback is not { } callback)
            return;
        owner.Slot.Enter();
        try
        {
            callback(_state);
        }
        catch (Exception exception)
        {
            owner.Report(exception);
        }
        finally
        {
            owner.Slot.Leave();
        }
    }
}
