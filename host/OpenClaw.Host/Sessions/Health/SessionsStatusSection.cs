using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Sessions.Health;

/// <summary>Sessions in the <c>status</c> answer.</summary>
internal sealed class SessionsStatusSection(
    SessionStore sessions, SessionRows rows, ISessionRuntime runtime, IConfigSource configuration, SqliteDatabase database) : IStatusSection
{
    private const int Shown = 10;

    public async ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken)
    {
        var agents = configuration.Current.Agents;
        var byAgent = new List<StatusAgentSessions>(agents.List.Count);
        foreach (var agent in agents.List)
        {
            var page = await PageAsync(agent.Id, cancellationToken);
            byAgent.Add(new StatusAgentSessions { AgentId = agent.Id, Path = database.Path, Count = page.Total, Recent = RowsOf(page) });
        }

        var all = await PageAsync(null, cancellationToken);
        var defaults = runtime.DefaultsOf(agents.DefaultAgent.Id);
        return summary with
        {
            Sessions = new StatusSessions
            {
                Paths = [database.Path],
                Count = all.Total,
                Defaults = new StatusSessionDefaults { Model = defaults.Model, ContextTokens = defaults.ContextTokens },
                Recent = RowsOf(all),
                ByAgent = byAgent,
            },
        };
    }

    private ValueTask<SessionPage> PageAsync(string? agentId, CancellationToken cancellationToken) =>
        sessions.ListAsync(new SessionFilter { AgentId = agentId, Limit = Shown }, cancellationToken);

    private IReadOnlyList<JsonElement> RowsOf(SessionPage page) =>
        [.. page.Sessions.Select(session => JsonSerializer.SerializeToElement(rows.Of(session, RowParts.Runs), ProtocolJsonContext.Default.SessionRow))];
}
