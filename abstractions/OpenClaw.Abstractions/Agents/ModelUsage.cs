namespace OpenClaw.Agents;

/// <summary>Token counts of a model call.</summary>
/// <param name="InputTokens">Prompt tokens that were not read from a cache.</param>
/// <param name="OutputTokens">Answer tokens, thinking included.</param>
/// <param name="CacheReadTokens">Prompt tokens read from a cache.</param>
/// <param name="CacheWriteTokens">Prompt tokens written to a cache.</param>
public sealed record ModelUsage(long InputTokens, long OutputTokens, long CacheReadTokens = 0, long CacheWriteTokens = 0)
{
    /// <summary>Nothing used.</summary>
    public static ModelUsage None { get; } = new(0, 0);

    /// <summary>All four counts together.</summary>
    public long TotalTokens => InputTokens + OutputTokens + CacheReadTokens + CacheWriteTokens;

    /// <summary>Adds two usages.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new ModelUsage(
            left.InputTokens + right.InputTokens,
            left.OutputTokens + right.OutputTokens,
            left.CacheReadTokens + right.CacheReadTokens,
            left.CacheWriteTokens + right.CacheWriteTokens);
    }

    /// <summary>Adds another usage.</summary>
    /// <param name="other">The other.</param>
    public ModelUsage Add(ModelUsage other) => this + other;
}
