namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>How large a part of a transcript is, found without reading it.</summary>
/// <param name="Characters">As SQLite counts them: an emoji is one.</param>
/// <param name="Bytes">In UTF-8. There are never more tokens than that.</param>
/// <param name="Messages">Its rows.</param>
internal readonly record struct TranscriptSize(long Characters, long Bytes, long Messages)
{
    // A character of a wide script is guessed as one token and takes two bytes more than a letter; an emoji is two, and takes three more.
    private long WideAtMost => (Bytes - Characters) * 2 / 3;

    /// <summary>What four characters a token, or one of a wide script, come to at most.</summary>
    public long TokensAtMost => WideAtMost + (Characters / 4) + Messages;
}
