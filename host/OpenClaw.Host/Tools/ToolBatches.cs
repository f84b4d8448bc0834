using OpenClaw.Content;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>Decides which calls of one answer may run at the same time.</summary>
internal sealed class ToolBatches(ToolRegistry registry)
{
    public const int MaxParallel = 4;

    /// <summary>
    /// Splits calls into batches that run one after the other. Calls share a batch when all of them only read; a call
    /// that changes something runs alone, in its place.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ToolCallPart>> Of(IReadOnlyList<ToolCallPart> calls)
    {
        var readOnly = registry.Offered.Where(OnlyReads).Select(static tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var batches = new List<IReadOnlyList<ToolCallPart>>();
        var batch = new List<ToolCallPart>();
        foreach (var call in calls)
        {
            var joins = readOnly.Contains(call.Name);
            if (batch.Count > 0 && (!joins || batch.Count == MaxParallel))
            {
                batches.Add(batch);
                batch = [];
            }

            if (joins)
                batch.Add(call);
            else
                batches.Add([call]);
        }

        if (batch.Count > 0)
            batches.Add(batch);
        return batches;
    }

    private static bool OnlyReads(ToolDescriptor tool) =>
        tool.Risk == ToolRisk.Safe && (tool.Effects & ~(ToolEffects.ReadsFiles | ToolEffects.Network)) == ToolEffects.None;
}
