using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A poll as stored; its question is the text of the content.</summary>
internal sealed record OutboundPoll
{
    public required IReadOnlyList<string> Options { get; init; }

    public int MaxSelections { get; init; } = 1;

    public long? OpenForSeconds { get; init; }

    public bool? IsAnonymous { get; init; }

    public ChannelPoll Of(OutboundMessage message, string question) => new()
    {
        IdempotencyKey = message.IdempotencyKey,
        Question = question,
        Options = Options,
        MaxSelections = MaxSelections,
        OpenFor = OpenForSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        IsAnonymous = IsAnonymous,
        Silent = message.Silent,
    };
}
