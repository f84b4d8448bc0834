namespace OpenClaw.Agents.Common.Settings;

/// <summary>How a far end differs from the original.</summary>
internal sealed record CompatEntry
{
    /// <summary><c>max_completion_tokens</c> or <c>max_tokens</c>.</summary>
    public string? MaxTokensField { get; init; }

    public bool? SupportsDeveloperRole { get; init; }

    public bool? SupportsReasoningEffort { get; init; }

    public bool? SupportsUsageInStreaming { get; init; }

    /// <summary>What a far end calls a level of thinking, for example <c>{"max": "xhigh"}</c>.</summary>
    public Dictionary<string, string>? ReasoningEffortMap { get; init; }
}
