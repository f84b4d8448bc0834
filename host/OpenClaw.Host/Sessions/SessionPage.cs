namespace OpenClaw.Host.Sessions;

/// <summary>A stretch of the list of sessions, newest change first.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record SessionPage(IReadOnlyList<SessionEntry> Sessions, long Total);
