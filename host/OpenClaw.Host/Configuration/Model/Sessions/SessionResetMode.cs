namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary>When a session starts afresh (<c>session.reset.mode</c>).</summary>
internal enum SessionResetMode
{
    None,
    Daily,
    Idle,
}
