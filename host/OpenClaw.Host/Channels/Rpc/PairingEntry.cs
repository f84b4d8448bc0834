namespace OpenClaw.Host.Channels.Rpc;

/// <summary>A stranger who asks to be let in. Its text form never shows the code.</summary>
internal sealed record PairingEntry
{
    public required string RequestId { get; init; }

    public required string Channel { get; init; }

    public required string ChannelLabel { get; init; }

    public required string AccountId { get; init; }

    public required string SenderId { get; init; }

    public required string SenderLabel { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public required string CreatedAt { get; init; }

    public required string LastSeenAt { get; init; }

    public required string ExpiresAt { get; init; }

    public required bool NotifySupported { get; init; }

    /// <summary>Told to those who ask for it.</summary>
    public string? Code { get; init; }

    public override string ToString() => $"{nameof(PairingEntry)} {{ RequestId = {RequestId} }}";
}
