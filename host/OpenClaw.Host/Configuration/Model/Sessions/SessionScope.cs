namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary>Whether senders have sessions of their own (<c>session.scope</c>).</summary>
internal enum SessionScope
{
    PerSender,
    Global,
}
