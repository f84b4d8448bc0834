namespace OpenClaw.Host.Sessions.Transcript;

/// <summary>A stretch of a transcript, oldest first.</summary>
/// <param name="Messages">The rows.</param>
/// <param name="Total">How many rows the transcript has.</param>
internal sealed record TranscriptPage(IReadOnlyList<StoredMessage> Messages, long Total)
{
    public static TranscriptPage Empty { get; } = new([], 0);
}
