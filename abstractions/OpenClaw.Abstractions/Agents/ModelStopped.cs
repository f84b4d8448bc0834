namespace OpenClaw.Agents;

/// <summary>The answer is complete. The last update of a stream.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="ResponseId">The far end's id of the answer, for support requests.</param>
public sealed record ModelStopped(ModelStopReason Reason, string? ResponseId = null) : ModelUpdate;
