using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary>Something that happened to a session and is still to be told.</summary>
internal sealed record SessionNews
{
    /// <summary>The session; nothing when the list as a whole changed.</summary>
    public string? Key { get; init; }

    public required long Ts { get; init; }

    public string? Reason { get; init; }

    /// <summary>A step of a run.</summary>
    public string? Phase { get; init; }

    public string? RunId { get; init; }

    /// <summary>The session as it was, when it is gone.</summary>
    public SessionEntry? Gone { get; init; }

    /// <summary>Messages that were stored, when it is they that are told.</summary>
    public IReadOnlyList<StoredMessage> Messages { get; init; } = [];

    /// <summary>Completes when it was told, or will never be.</summary>
    public TaskCompletionSource? Told { get; init; }
}
