using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Sessions.Health;

/// <summary>Sessions in the <c>health</c> answer.</summary>
internal sealed class SessionsHealthSection(SessionStore sessions, SqliteDatabase database, TimeProvider time) : IHealthSection
{
    private const int Shown = 5;

    public async ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken)
    {
        var agents = new List<HealthAgent>(summary.Agents.Count);
        foreach (var agent in summary.Agents)
            agents.Add(agent with { Sessions = await SessionsOfAsync(agent.AgentId, cancellationToken) });
        return summary with { Agents = agents, Sessions = await SessionsOfAsync(null, cancellationToken) };
    }

    private async ValueTask<HealthSessions> SessionsOfAsync(string? agentId, CancellationToken cancellationToken)
    {
        var page = await sessions.ListAsync(new SessionFilter { AgentId = agentId, Limit = Shown }, cancellationToken);
        var now = time.UnixMs;
        return new HealthSessions
        {
            Path = database.Path,
            Count = page.Total,
            Recent =
            [
                .. page.Sessions.Select(session => new HealthRecentSession
                {
                    Key = session.Key,
                    UpdatedAt = session.UpdatedAt,
                    Age = now - session.UpdatedAt,
                }),
            ],
        };
    }
}
