namespace OpenClaw.Host.Sessions;

/// <summary>What came of the wish to delete a session.</summary>
/// <param name="Deleted">The session as it was; nothing when it is still there or never was.</param>
/// <param name="IsBusy">Whether it is still there because runs of it have not ended.</param>
internal sealed record SessionRemoval(SessionEntry? Deleted, bool IsBusy)
{
    /// <summary>Where its messages are kept now, newest first.</summary>
    public IReadOnlyList<string> Transcripts { get; init; } = [];

    public static SessionRemoval Missing { get; } = new(null, IsBusy: false);

    public static SessionRemoval Busy { get; } = new(null, IsBusy: true);
}
