namespace OpenClaw.Channels.Telegram;

/// <summary>How the account is doing, from what was seen: answers of Telegram, and the latest failure.</summary>
internal sealed class AccountHealth(TimeProvider time)
{
    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public ChannelStatus Status => _status;

    public void Connected(string? name, string mode) =>
        _status = new ChannelStatus { State = ChannelState.Running, LastContactAt = time.GetUtcNow(), AccountName = name, Mode = mode };

    public void Heard() => Change(ChannelState.Running, error: null, time.GetUtcNow());

    public void Failed(string reason) => Change(ChannelState.Connecting, reason, contact: null);

    public void GiveUp(string reason) => Change(ChannelState.Failed, reason, contact: null);

    public void Stopped() => _status = _status with { State = ChannelState.Stopped };

    // Once stopped it stays so: the last poll may still come to its end.
    private void Change(ChannelState state, string? error, DateTimeOffset? contact)
    {
        var now = _status;
        if (now.State != ChannelState.Stopped)
            _status = now with { State = state, LastError = error, LastContactAt = contact ?? now.LastContactAt };
    }
}
