namespace OpenClaw.Agents;

/// <summary>What the call used so far; the last report counts.</summary>
/// <param name="Usage">The counts.</param>
public sealed record UsageReported(ModelUsage Usage) : ModelUpdate;
