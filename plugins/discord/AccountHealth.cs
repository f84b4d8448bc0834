namespace OpenClaw.Channels.Discord;

/// <summary>How the account is doing, from what was seen: acknowledged heartbeats, events, and the latest failure of each connection.</summary>
internal sealed class AccountHealth(TimeProvider time)
{
    private const string Mode = "gateway";

    private readonly Lock _gate = new();
    private readonly Dictionary<int, string> _down = [];
    private ChannelStatus _status = new() { State = ChannelState.Stopped };

    public ChannelStatus Status
    {
        get
        {
            lock (_gate)
                return _status;
        }
    }

    public void Connected(string? name)
    {
        lock (_gate)
            _status = new ChannelStatus { State = StateNow(), LastContactAt = time.GetUtcNow(), AccountName = name, Mode = Mode, LastError = ErrorNow() };
    }

    public void Heard() => Change(static now => now, heard: true);

    /// <summary>A connection is there, or there again.</summary>
    public void Up(int shard)
    {
        lock (_gate)
            _down.Remove(shard);
        Change(now => now with { State = StateNow(), LastError = ErrorNow() }, heard: true);
    }

    public void Down(int shard, string reason)
    {
        lock (_gate)
            _down[shard] = reason;
        Change(now => now with { State = ChannelState.Connecting, LastError = reason });
    }

    /// <summary>A connection has ended.</summary>
    public void Ended(int? code, string reason) => Change(now => now with { LastDisconnect = new ChannelDisconnect(time.GetUtcNow(), code, reason) });

    /// <summary>Something beside the connection fails or works again.</summary>
    public void Trouble(string? reason) => Change(now => now with { LastError = reason ?? ErrorNow() });

    public void GiveUp(string reason) => Change(now => now with { State = ChannelState.Failed, LastError = reason });

    public void Stopped()
    {
        lock (_gate)
            _status = _status with { State = ChannelState.Stopped };
    }

    // Once stopped it stays so, and once given up too: connections may still come to their end.
    private void Change(Func<ChannelStatus, ChannelStatus> change, bool heard = false)
    {
        lock (_gate)
        {
            if (_status.State is ChannelState.Stopped or ChannelState.Failed)
                return;
            _status = change(_status);
            if (heard)
                _status = _status with { LastContactAt = time.GetUtcNow() };
        }
    }

    private ChannelState StateNow() => _down.Count == 0 ? ChannelState.Running : ChannelState.Connecting;

    private string? ErrorNow() => _down.Count == 0 ? null : _down.Values.First();
}
