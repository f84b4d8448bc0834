using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Agents.Events;

/// <summary>Says which model answered a run and which tools it used.</summary>
internal sealed record TerminalReceipt
{
    public required string RunId { get; init; }

    public required string SessionId { get; init; }

    public required string TurnId { get; init; }

    public required ReceiptModel Requested { get; init; }

    public required ReceiptModel Effective { get; init; }

    public required IReadOnlyList<string> SuccessfulToolNames { get; init; }

    public required bool Rerouted { get; init; }

    public required string TerminalDisposition { get; init; }

    /// <summary>The receipt as the member that events and answers carry.</summary>
    public static IDictionary<string, JsonElement> MemberOf(RunRecord run, RunOutcome outcome) =>
        TranscriptMembers.Of("terminalReceipt", JsonSerializer.SerializeToElement(Of(run, outcome), AgentsJsonContext.Default.TerminalReceipt));

    private static TerminalReceipt Of(RunRecord run, RunOutcome outcome)
    {
        var model = new ReceiptModel(outcome.Provider ?? string.Empty, outcome.Model ?? string.Empty);
        return new TerminalReceipt
        {
            RunId = run.RunId,
            SessionId = run.SessionId,
            TurnId = run.RunId,
            Requested = model,
            Effective = model,
            SuccessfulToolNames = outcome.Tools,
            Rerouted = false,
            TerminalDisposition = Replies.DispositionOf(outcome.Reply),
        };
    }
}
