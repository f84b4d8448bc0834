namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>What names a message at WhatsApp.</summary>
internal sealed record MessageKey
{
    public string? Id { get; init; }

    /// <summary>The chat's address; a hidden one in some chats.</summary>
    public string? Chat { get; init; }

    /// <summary>The chat's other address.</summary>
    public string? ChatAlt { get; init; }

    public bool FromMe { get; init; }

    /// <summary>Who wrote, in groups.</summary>
    public string? Participant { get; init; }

    public string? ParticipantAlt { get; init; }
}
