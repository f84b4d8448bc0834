namespace OpenClaw.Host.Channels.Accounts;

/// <summary>How long to wait before an account is started again: twice as long each time, a fifth of it by chance.</summary>
internal sealed class RestartPauses(AccountLimits limits)
{
    private int _failures;

    public int Failures => _failures;

    /// <param name="ranFor">How long it ran before it failed.</param>
    public TimeSpan Next(TimeSpan ranFor)
    {
        if (ranFor >= limits.SettledAfter)
            _failures = 0;
        _failures++;
        var pause = Math.Min(limits.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(_failures - 1, 30)), limits.LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(pause * (0.9 + (Random.Shared.NextDouble() * 0.2)));
    }
}
