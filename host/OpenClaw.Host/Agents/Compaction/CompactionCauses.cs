namespace OpenClaw.Host.Agents.Compaction;

/// <summary>Why a conversation is summarised.</summary>
internal static class CompactionCauses
{
    public const string Threshold = "threshold";
    public const string Overflow = "overflow";
    public const string Manual = "manual";
}
