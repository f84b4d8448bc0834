namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>The chat that a job tells its result.</summary>
internal sealed record JobAnnouncement(string To, string? Channel, string? AccountId, string? ThreadId);
