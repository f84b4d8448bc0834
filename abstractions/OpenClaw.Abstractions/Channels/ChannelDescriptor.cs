namespace OpenClaw.Channels;

/// <summary>What a channel is called and can do, known before any account exists.</summary>
public sealed record ChannelDescriptor
{
    /// <summary>The channel id, the key under <c>channels</c>: 1 to 64 of <c>a-z 0-9 -</c>, starting with a letter.</summary>
    public required string Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string Label { get; init; }

    /// <summary>What the platform can do.</summary>
    public ChannelAbilities Abilities { get; init; }

    /// <summary>Longest text of one message, counted in <see cref="TextUnit"/>. Default 4,096.</summary>
    public int MaxTextLength { get; init; } = 4096;

    /// <summary>How the platform counts the length of a text.</summary>
    public TextUnit TextUnit { get; init; } = TextUnit.Utf16;

    /// <summary>Most lines of one message, where longer ones are hard to read; 0 for any number. <c>maxLinesPerMessage</c> of the account counts before it.</summary>
    public int MaxTextLines { get; init; }

    /// <summary>Largest file that can be sent, in bytes; 0 where none can.</summary>
    public long MaxMediaBytes { get; init; }

    /// <summary>
    /// Whether sending again with the same <see cref="OutboundMessage.IdempotencyKey"/> shows the message once. Where not, the host
    /// reports a send of unknown outcome instead of repeating it.
    /// </summary>
    public bool IdempotentSends { get; init; }

    /// <summary>
    /// Whether a chat is shown what a longer run does, in a message that is changed and taken away in the end, where
    /// <c>streaming.mode</c> says nothing else. Needs <see cref="ChannelAbilities.Edits"/> and <see cref="ChannelAbilities.Deletes"/>.
    /// </summary>
    public bool ShowsProgress { get; init; }

    /// <summary>How long texts of one sender are waited for to become one turn, where <c>messages.inbound</c> says nothing else. Zero for not at all.</summary>
    public TimeSpan GathersFor { get; init; }

    /// <summary>Whether only one connection per account can exist upstream, so that a swap stops the old instance first.</summary>
    public bool ExclusiveConnection { get; init; } = true;
}
