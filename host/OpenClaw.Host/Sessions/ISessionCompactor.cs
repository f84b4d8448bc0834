namespace OpenClaw.Host.Sessions;

/// <summary>Summarises the older part of a conversation on request. The agents know how.</summary>
internal interface ISessionCompactor
{
    /// <summary>Never throws for what a model does; the outcome says why nothing was done.</summary>
    /// <param name="session">The session; none of its runs may be at work.</param>
    /// <param name="focus">What the summary is to pay attention to.</param>
    /// <param name="starting">Called once when there is something to do.</param>
    /// <param name="cancellationToken">Gives up; the conversation stays as it is.</param>
    ValueTask<CompactionOutcome> CompactAsync(SessionEntry session, string? focus, Action starting, CancellationToken cancellationToken);
}
