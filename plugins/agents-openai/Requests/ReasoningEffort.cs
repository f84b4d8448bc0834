using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>Names a level of thinking as far ends know it.</summary>
internal static class ReasoningEffort
{
    public static string? Of(ThinkingLevel level, CompatEntry compat)
    {
        if (level == ThinkingLevel.Off)
            return null;
        var name = level.ToString().ToLowerInvariant();
        if (compat.ReasoningEffortMap?.GetValueOrDefault(name) is { Length: > 0 } mapped)
            return mapped;
        return level == ThinkingLevel.Max ? "high" : name;
    }
}
