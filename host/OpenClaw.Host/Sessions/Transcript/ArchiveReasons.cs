namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>Why a transcript has no session any more. Stored: never rename.</summary>
internal static class ArchiveReasons
{
    public const string Reset = "reset";
    public const string Deleted = "deleted";
    public const string Compacted = "compacted";

    /// <summary>The session was deleted without its transcript.</summary>
    public const string Kept = "kept";
}
