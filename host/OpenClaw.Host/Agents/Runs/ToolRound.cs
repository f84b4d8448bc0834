using OpenClaw.Content;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Runs the tools that one answer asks for and stores their results in the order of the calls.</summary>
internal sealed class ToolRound(
    ToolBatches batches, ToolCallRunner runner, RunStore runs, Workspaces workspaces, AgentLimits limits, TimeProvider time)
{
    private const string Skipped = "Not carried out: a new message came first. Read it, and call again what is still needed.";

    /// <summary>Stops before calls that have not begun when somebody wants to say something into the run.</summary>
    public async Task RunAsync(ActiveRun run, RunEvents events, RunProgress progress, IReadOnlyList<ToolCallPart> calls, LoopGuard guard)
    {
        var done = 0;
        foreach (var batch in batches.Of(calls))
        {
            if (run.Mates?.WantIn is true)
            {
                await runs.AppendAsync(run.Record, [.. calls.Skip(done).Select(call => SkippedOf(call, events.Now))], [], CancellationToken.None);
                return;
            }

            done += batch.Count;
            var outcomes = await Task.WhenAll(batch.Select(call => CallAsync(run, events, call)));
            foreach (var outcome in outcomes.Where(static outcome => outcome.Status == ToolCallStatus.Completed))
                progress.AddTool(outcome.Call.Name);
            // Not the run's token: what a tool has done must be known to the next turn, even if that one is aborted.
            await runs.AppendAsync(
                run.Record,
                [.. outcomes.Select(outcome => MessageOf(outcome, guard.Note(outcome), events.Now))],
                ChatNotes.Of(run.Record, outcomes),
                CancellationToken.None);
            run.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task<ToolCallOutcome> CallAsync(ActiveRun run, RunEvents events, ToolCallPart call)
    {
        var startedAt = events.ToolStarted(call);
        run.Sign?.Calls(call);
        var progress = new ToolProgress(events, call, limits.DeltaInterval, time);
        var context = new ToolCallContext
        {
            Session = new SessionKey(run.SessionKey),
            Agent = new AgentId(run.Record.AgentId),
            RunId = run.RunId,
            WorkspaceDirectory = workspaces.Of(run.Record.AgentId),
            Progress = progress.Report,
        };
        var outcome = await runner.RunAsync(call, context, run.Token);
        progress.Close();
        events.ToolEnded(outcome, startedAt);
        run.Sign?.Called(call, outcome.Result.IsError);
        return outcome;
    }

    private static TranscriptMessage SkippedOf(ToolCallPart call, long now) => new()
    {
        Role = MessageRoles.ToolResult,
        ToolCallId = call.CallId,
        ToolName = call.Name,
        Content = MessageContent.OfTextPart(Skipped),
        IsError = true,
        Timestamp = now,
    };

    private static TranscriptMessage MessageOf(ToolCallOutcome outcome, string? note, long now) => new()
    {
        Role = MessageRoles.ToolResult,
        ToolCallId = outcome.Call.CallId,
        ToolName = outcome.Call.Name,
        Content = MessageContent.OfTextPart(outcome.Text + note),
        IsError = outcome.Result.IsError,
        Timestamp = now,
        Other = outcome.Result.Details is { } details ? TranscriptMembers.Of(TranscriptMembers.Details, details) : null,
    };
}
