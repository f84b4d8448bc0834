namespace OpenClaw.Host.Sessions;

/// <summary>What came of the wish to shorten a transcript.</summary>
/// <param name="Kept">Messages that are left.</param>
/// <param name="Archive">The transcript that holds the others; nothing when there were none.</param>
internal sealed record Truncation(long Kept, string? Archive);
