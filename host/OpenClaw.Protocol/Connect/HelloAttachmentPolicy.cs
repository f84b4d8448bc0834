namespace OpenClaw.Protocol.Connect;

/// <summary>Limits of attachments announced at hello.</summary>
public sealed record HelloAttachmentPolicy
{
    /// <summary>Largest attachment in bytes.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Largest image in bytes.</summary>
    public required long MaxImageBytes { get; init; }
}
