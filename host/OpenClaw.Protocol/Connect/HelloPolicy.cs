namespace OpenClaw.Protocol.Connect;

/// <summary>Limits announced at hello.</summary>
public sealed record HelloPolicy
{
    /// <summary>Largest inbound frame in bytes.</summary>
    public required long MaxPayload { get; init; }

    /// <summary>Bytes a slow client may owe.</summary>
    public required long MaxBufferedBytes { get; init; }

    /// <summary>Interval of <c>tick</c>.</summary>
    public required long TickIntervalMs { get; init; }

    /// <summary>Limits of attachments.</summary>
    public HelloAttachmentPolicy? Attachments { get; init; }

    /// <summary>Visibilities a session may have.</summary>
    public IReadOnlyList<string>? AllowedSessionVisibilities { get; init; }

    /// <summary>True when sessions can be shared between people.</summary>
    public bool? HasMultipleSessionSharingIdentities { get; init; }
}
