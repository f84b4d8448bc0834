namespace OpenClaw.Host.Sessions.Resets;

/// <summary>A wish that a message begins a new conversation.</summary>
/// <param name="Reason">What listeners are told.</param>
internal sealed record SessionStart(string Reason)
{
    /// <summary>What is chosen for the session together with it.</summary>
    public Func<SessionSettings, SessionSettings>? Choose { get; init; }
}
