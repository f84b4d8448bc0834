namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Answer of <c>cron.remove</c>.</summary>
internal sealed record CronRemoveResult(bool Ok, bool Removed);
