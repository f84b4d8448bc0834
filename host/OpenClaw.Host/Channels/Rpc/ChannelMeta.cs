using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Rpc;

/// <summary>How a channel is called, and what it can do.</summary>
internal sealed record ChannelMeta
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required string DetailLabel { get; init; }

    /// <summary>What the platform can do, in words such as <c>polls</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public int MaxTextLength { get; init; }

    public long MaxMediaBytes { get; init; }

    public static ChannelMeta Of(ChannelDescriptor channel) => new()
    {
        Id = channel.Id,
        Label = channel.Label,
        DetailLabel = channel.Label,
        Capabilities = [.. Enum.GetValues<ChannelAbilities>()
            .Where(ability => ability != ChannelAbilities.None && channel.Abilities.HasFlag(ability)).Select(static ability => ability.ToString().ToLowerInvariant())],
        MaxTextLength = channel.MaxTextLength,
        MaxMediaBytes = channel.MaxMediaBytes,
    };
}
