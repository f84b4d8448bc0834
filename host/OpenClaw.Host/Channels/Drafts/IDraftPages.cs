using OpenClaw.Host.Agents.Delivery;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>What there is to show of a run by now: a text for each message. Told by the run, asked by the draft, at the same time.</summary>
internal interface IDraftPages : IRunSignals
{
    /// <summary>The texts, in order; none while there is nothing worth showing. The list never becomes shorter by more than what was not shown.</summary>
    IReadOnlyList<string> Now();
}
