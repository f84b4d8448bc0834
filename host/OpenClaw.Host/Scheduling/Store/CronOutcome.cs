using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>What came of a run.</summary>
internal sealed record CronOutcome
{
    private const int MaxSummary = 2_000;

    public required string Status { get; init; }

    public string? Summary { get; init; }

    public string? Error { get; init; }

    public RunRecord? AgentRun { get; init; }

    public bool IsOk => Status == CronKinds.Ok;

    public static CronOutcome Ok(string? summary, RunRecord? agentRun = null) =>
        new() { Status = CronKinds.Ok, Summary = Cut(summary), AgentRun = agentRun };

    public static CronOutcome Failed(string error, RunRecord? agentRun = null) =>
        new() { Status = CronKinds.Error, Error = Cut(error), AgentRun = agentRun };

    public static CronOutcome Skipped(string why) => new() { Status = CronKinds.Skipped, Error = why };

    private static string? Cut(string? text) => text?.Length > MaxSummary ? text[..MaxSummary] : text;
}
