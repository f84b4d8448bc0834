using OpenClaw.Host.Tools.Approvals;

namespace OpenClaw.Host.Agents.Commands;

/// <summary><c>/approve</c>: a person decides from a chat about a program that waits for consent.</summary>
internal sealed class ApproveCommand(ApprovalDesk? desk = null)
{
    private const string Usage = "Write /approve, the id, and allow-once, allow-always or deny.";

    public async ValueTask<string> AnswerAsync(CommandGiver giver, string words, CancellationToken cancellationToken)
    {
        if (giver.Approver is not { } approver || desk is null)
            return CommandAnswers.OwnersOnly;
        if (words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var id, var word])
            return desk.VisibleTo(approver) is { Count: > 0 } waiting ? $"{Usage} Waiting: {string.Join(", ", waiting.Take(5).Select(static one => one.Id))}" : Usage;
        if (DecisionOf(word.ToLowerInvariant()) is not { } decision)
            return Usage;
        try
        {
            await desk.ResolveAsync(approver, id, decision, cancellationToken);
            return $"Decided: {decision}.";
        }
        catch (ApprovalRefusedException refused)
        {
            return $"Not decided: {refused.Message}.";
        }
    }

    private static string? DecisionOf(string word) => word switch
    {
        ApprovalDecisions.AllowOnce or "allow" or "once" => ApprovalDecisions.AllowOnce,
        ApprovalDecisions.AllowAlways or "always" => ApprovalDecisions.AllowAlways,
        ApprovalDecisions.Deny or "reject" => ApprovalDecisions.Deny,
        _ => null,
    };
}
