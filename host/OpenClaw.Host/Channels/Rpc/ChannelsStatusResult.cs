namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.status</c>.</summary>
internal sealed record ChannelsStatusResult
{
    public required long Ts { get; init; }

    public required IReadOnlyList<string> ChannelOrder { get; init; }

    public required IReadOnlyDictionary<string, string> ChannelLabels { get; init; }

    public required IReadOnlyDictionary<string, string> ChannelDetailLabels { get; init; }

    public required IReadOnlyDictionary<string, string> ChannelSystemImages { get; init; }

    public required IReadOnlyList<ChannelMeta> ChannelMeta { get; init; }

    public required IReadOnlyDictionary<string, ChannelSummary> Channels { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<ChannelAccountStatus>> ChannelAccounts { get; init; }

    public required IReadOnlyDictionary<string, string> ChannelDefaultAccountId { get; init; }

    public required IReadOnlyList<ChannelIssue> StatusIssues { get; init; }
}
