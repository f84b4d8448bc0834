namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>Something a session is told with its next turn.</summary>
/// <param name="Id">Grows with every event.</param>
/// <param name="Text">What happened.</param>
/// <param name="CreatedAt">When, in milliseconds since 1970.</param>
/// <param name="Lost">How many events before this one had to be dropped.</param>
internal sealed record SystemEvent(long Id, string Text, long CreatedAt, long Lost);
