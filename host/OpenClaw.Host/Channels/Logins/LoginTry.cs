using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Channels.Logins;

/// <summary>A login that is under way, or was: the latest thing to show, and how it ended.</summary>
internal sealed class LoginTry(AccountKey account, string? phone, DateTimeOffset began)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChannelLoginStep? _step;
    private string? _failure;

    public AccountKey Account => account;

    public string? Phone => phone;

    public DateTimeOffset Began => began;

    public ChannelLoginStep? Step
    {
        get
        {
            lock (_gate)
                return _step;
        }
    }

    public string? Failure
    {
        get
        {
            lock (_gate)
                return _failure;
        }
    }

    public bool IsOver => Failure is not null || Step is { Done: true };

    public void Show(ChannelLoginStep step) => Change(() => _step = step);

    public void Fail(string reason) => Change(() => _failure ??= reason);

    /// <summary>Waits until there is something else than this step, or the end.</summary>
    /// <returns>False when the time is over.</returns>
    public async Task<bool> ChangesAsync(ChannelLoginStep? from, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_gate)
        {
            if (_failure is not null || !Equals(_step, from))
                return true;
            changed = _changed.Task;
        }

        try
        {
            await changed.WaitAsync(patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.TrySetResult();
    }
}
