using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>Takes old tool results out of what a model sees, once its provider has forgotten them anyway. The transcript is not changed.</summary>
internal static class ToolResultPruning
{
    private const int CharactersPerToken = 4;
    private const string Cut = "\n...\n";

    public static IReadOnlyList<TranscriptMessage> Prune(
        IReadOnlyList<TranscriptMessage> messages, ContextPruningConfig settings, int contextWindow, DateTimeOffset now)
    {
        if (settings.Mode != ContextPruningConfig.CacheTtl || !IsCold(messages, settings, now))
            return messages;
        var window = (double)contextWindow * CharactersPerToken;
        var total = messages.Sum(static message => (long)message.Content.ToPlainText().Length);
        if (total < window * settings.SoftTrimRatio)
            return messages;
        var (first, end) = Open(messages, settings);
        var pruned = messages.ToList();
        for (var i = first; i < end; i++)
        {
            if (!IsPrunable(pruned[i], settings) || pruned[i].Content.ToPlainText() is not { } text || text.Length <= settings.SoftTrimMaxChars)
                continue;
            var head = Math.Min(settings.SoftTrimHeadChars, text.Length);
            var tail = Math.Min(settings.SoftTrimTailChars, text.Length - head);
            var shorter = string.Concat(text.AsSpan(0, head), Cut, text.AsSpan(text.Length - tail));
            if (shorter.Length >= text.Length)
                continue;
            total -= text.Length - shorter.Length;
            pruned[i] = pruned[i] with { Content = MessageContent.OfTextPart(shorter) };
        }

        if (settings.HardClear && total >= window * settings.HardClearRatio)
            Clear(pruned, settings, first, end, window, total);
        return pruned;
    }

    private static void Clear(List<TranscriptMessage> messages, ContextPruningConfig settings, int first, int end, double window, long total)
    {
        var prunable = Enumerable.Range(first, Math.Max(0, end - first)).Where(i => IsPrunable(messages[i], settings)).ToList();
        if (prunable.Sum(i => (long)messages[i].Content.ToPlainText().Length) < settings.MinPrunableToolChars)
            return;
        foreach (var i in prunable)
        {
            if (total < window * settings.HardClearRatio)
                return;
            total -= messages[i].Content.ToPlainText().Length - settings.Placeholder.Length;
            messages[i] = messages[i] with { Content = MessageContent.OfTextPart(settings.Placeholder) };
        }
    }

    // The last call of a model is as old as its last answer.
    private static bool IsCold(IReadOnlyList<TranscriptMessage> messages, ContextPruningConfig settings, DateTimeOffset now)
    {
        var last = messages.LastOrDefault(static message => message.Role == MessageRoles.Assistant);
        return last?.Timestamp is { } at && now.ToUnixTimeMilliseconds() - at >= settings.Ttl.TotalMilliseconds;
    }

    /// <summary>What may be pruned: from the first message of a person to the answers that are kept.</summary>
    private static (int First, int End) Open(IReadOnlyList<TranscriptMessage> messages, ContextPruningConfig settings)
    {
        var first = 0;
        while (first < messages.Count && messages[first].Role != MessageRoles.User)
            first++;
        var end = messages.Count;
        var left = settings.KeepLastAssistants;
        while (left > 0 && end > first)
        {
            end--;
            if (messages[end].Role == MessageRoles.Assistant)
                left--;
        }

        return (first, end);
    }

    private static bool IsPrunable(TranscriptMessage message, ContextPruningConfig settings) =>
        message.Role == MessageRoles.ToolResult
        && (settings.AllowedTools.Count == 0 || settings.AllowedTools.Contains(message.ToolName, StringComparer.OrdinalIgnoreCase))
        && !settings.DeniedTools.Contains(message.ToolName, StringComparer.OrdinalIgnoreCase);
}
