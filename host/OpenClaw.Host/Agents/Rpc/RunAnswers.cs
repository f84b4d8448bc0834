using System.Text.Json;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Says how an ended run went: the same words whether it ended now or before a restart.</summary>
internal static class RunAnswers
{
    /// <summary>The last answer of <c>agent</c>.</summary>
    /// <exception cref="RpcException">The run failed.</exception>
    public static AgentResult Final(RunRecord run, int protocol)
    {
        var outcome = run.Outcome ?? new RunOutcome();
        switch (run.State)
        {
            case RunState.Done:
                return new AgentResult { RunId = run.RunId, Status = RunStatuses.Ok, Summary = "completed", Result = ResultOf(run, outcome) };
            case RunState.Merged:
                return new AgentResult { RunId = run.RunId, Status = RunStatuses.Ok, Summary = $"answered by run {outcome.MergedInto}", StopReason = outcome.StopReason };
            case RunState.Aborted:
                return new AgentResult
                {
                    RunId = run.RunId,
                    Status = RunStatuses.Timeout,
                    Summary = "aborted",
                    StopReason = RunSettlement.AbortOrigin,
                    Result = string.IsNullOrEmpty(outcome.Reply) ? null : ResultOf(run, outcome),
                };
            case RunState.TimedOut when protocol >= ProtocolVersions.V4:
                return new AgentResult
                {
                    RunId = run.RunId,
                    Status = RunStatuses.Timeout,
                    Summary = "aborted",
                    TimeoutPhase = "provider",
                    Result = ResultOf(run, outcome, TimedOut()),
                };
            default:
                throw Failed(run, outcome);
        }
    }

    /// <summary>The answer of <c>agent.wait</c>.</summary>
    public static AgentWaitResult Wait(RunRecord run) => new()
    {
        RunId = run.RunId,
        Status = run.State switch
        {
            RunState.Done or RunState.Merged => RunStatuses.Ok,
            RunState.TimedOut => RunStatuses.Timeout,
            _ => RunStatuses.Error,
        },
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        StopReason = run.Outcome?.StopReason,
        Error = run.Outcome?.Failure?.Message,
        TerminalReply = run.State == RunState.Done ? Replies.Of(run.Outcome?.Reply) : null,
        Other = run is { State: RunState.Done, Outcome: { } outcome } ? TerminalReceipt.MemberOf(run, outcome) : null,
    };

    private static AgentRunResult ResultOf(RunRecord run, RunOutcome outcome, IDictionary<string, JsonElement>? more = null) => new()
    {
        Payloads = string.IsNullOrEmpty(outcome.Reply) ? [] : [new AgentReplyPayload { Text = outcome.Reply }],
        Meta = new AgentRunMeta
        {
            DurationMs = (run.EndedAt - run.StartedAt) ?? 0,
            Aborted = run.State != RunState.Done,
            StopReason = outcome.StopReason,
            AgentMeta = new AgentRunModelMeta
            {
                SessionId = run.SessionId,
                Provider = outcome.Provider,
                Model = outcome.Model,
                Usage = outcome.Usage,
                Other = TerminalReceipt.MemberOf(run, outcome),
            },
            Other = more,
        },
    };

    private static RpcException Failed(RunRecord run, RunOutcome outcome)
    {
        var text = outcome.Failure?.Message ?? "the run ended without an answer";
        var payload = new AgentResult { RunId = run.RunId, Status = RunStatuses.Error, Summary = text };
        var error = run.State == RunState.TimedOut
            ? new ErrorShape { Code = ErrorCodes.AgentTimeout, Message = text }
            : ErrorShape.Unavailable(text);
        return new RpcException(error, JsonSerializer.SerializeToElement(payload, ProtocolJsonContext.Default.AgentResult));
    }

    private static Dictionary<string, JsonElement> TimedOut() => new Dictionary<string, JsonElement>(StringComparer.Ordinal)
    {
        ["reason"] = JsonSerializer.SerializeToElement(ErrorCodes.AgentTimeout, AgentsJsonContext.Default.String),
    };
}
