using OpenClaw.Agents.Anthropic.Wire;

namespace OpenClaw.Agents.Anthropic.Answers;

/// <summary>Token counts, which come in parts: the prompt's first, the answer's last. Each is a total.</summary>
internal sealed class UsageCount
{
    private long _input;
    private long _cacheRead;
    private long _cacheWrite;

    public long Output { get; private set; }

    public void Add(MessageUsage? usage)
    {
        if (usage is null)
            return;
        _input = usage.InputTokens ?? _input;
        _cacheRead = usage.CacheReadInputTokens ?? _cacheRead;
        _cacheWrite = usage.CacheCreationInputTokens ?? _cacheWrite;
        Output = usage.OutputTokens ?? Output;
    }

    public ModelUsage ToUsage() => new(Math.Max(0, _input), Math.Max(0, Output), Math.Max(0, _cacheRead), Math.Max(0, _cacheWrite));
}
