using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>How the account is doing, from what was seen: frames of WhatsApp, and what the bridge said.</summary>
internal sealed class AccountHealth(TimeProvider time)
{
    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public ChannelStatus Status => _status;

    public void Connecting() => Change(now => now with { State = ChannelState.Connecting, IsTerminal = false, IsConfigured = true, Health = "connecting" });

    public void Connected(AccountNote? me) => Change(now => now with
    {
        State = ChannelState.Running,
        Linked = true,
        LastContactAt = time.GetUtcNow(),
        LastError = null,
        Health = "healthy",
        AccountName = me?.Name ?? Settings.Jids.Person(null, me?.Jid) ?? now.AccountName,
    });

    public void Linked() => Change(static now => now with { Linked = true });

    /// <summary>WhatsApp sent something so long ago.</summary>
    public void Heard(TimeSpan ago) => Change(now => now with { LastContactAt = time.GetUtcNow() - ago });

    public void Disconnected(ConnectionNote close, string reason) => Change(now => now with
    {
        State = ChannelState.Connecting,
        LastError = reason,
        Health = "reconnecting",
        LastDisconnect = new ChannelDisconnect(time.GetUtcNow(), close.StatusCode, reason, close.LoggedOut),
    });

    public void Crashed(string reason) => Change(now => now with { State = ChannelState.Connecting, LastError = reason, Health = "restarting" });

    public void NeedsLogin(string reason, bool isLinked, string health) => Change(now => now with
    {
        State = ChannelState.NeedsLogin,
        Linked = isLinked,
        LastError = reason,
        Health = health,
        IsTerminal = true,
        IsConfigured = true,
    });

    public void Blocked(string reason, string health, bool isConfigured) => Change(now => now with
    {
        State = ChannelState.Failed,
        LastError = reason,
        Health = health,
        IsTerminal = true,
        IsConfigured = isConfigured,
    });

    /// <summary>The host starts the account anew.</summary>
    public void GaveUp(string reason, string health) => Change(now => now with { State = ChannelState.Failed, LastError = reason, Health = health });

    public void Begin() => _status = new ChannelStatus { State = ChannelState.Connecting };

    public void Stopped() => _status = _status with { State = ChannelState.Stopped };

    // Once stopped it stays so: the end of a connection may still be told.
    private void Change(Func<ChannelStatus, ChannelStatus> change)
    {
        var now = _status;
        if (now.State != ChannelState.Stopped)
            _status = change(now);
    }
}
