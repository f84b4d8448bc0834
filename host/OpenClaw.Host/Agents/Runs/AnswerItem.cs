namespace OpenClaw.Host.Agents.Runs;

/// <summary>Names one answer of a run in events.</summary>
/// <param name="Run">The same for all answers of the run.</param>
/// <param name="Round">Counts them.</param>
/// <param name="ReplacesEarlier">Whether an earlier answer of the run had text that clients show now.</param>
internal sealed record AnswerItem(Guid Run, int Round, bool ReplacesEarlier)
{
    public string Id => $"{Run}:{Round}";
}
