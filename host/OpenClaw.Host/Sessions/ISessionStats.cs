namespace OpenClaw.Host.Sessions;

/// <summary>What health and status tell about sessions.</summary>
internal interface ISessionStats
{
    /// <summary>The sessions changed last, of one agent or of all, with how many there are.</summary>
    ValueTask<SessionPage> RecentAsync(string? agentId, int limit, CancellationToken cancellationToken);
}
