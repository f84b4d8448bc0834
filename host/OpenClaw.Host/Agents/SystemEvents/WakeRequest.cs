namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>A session that is to have a turn although nobody wrote to it.</summary>
/// <param name="SessionKey">The session.</param>
/// <param name="LastEventId">The newest event that asks for the turn.</param>
internal sealed record WakeRequest(string SessionKey, long LastEventId);
