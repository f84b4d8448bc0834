using System.Diagnostics;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Binding;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Gateway.Health;
using OpenClaw.Host.Gateway.Presence;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Rpc;

/// <summary>The methods that describe the running gateway.</summary>
internal sealed class SystemRpc(
    HealthMonitor health, PresenceBoard presence, IEnumerable<IStatusSection> sections, IConfigSource config) : IRpcModule
{
    private readonly IStatusSection[] _sections = [.. sections];

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.Health,
            static () => ProtocolJsonContext.Default.HealthParams,
            static () => ProtocolJsonContext.Default.JsonElement,
            (_, parameters, cancellationToken) => health.GetAsync(parameters.Probe is true, cancellationToken));
        methods.Add(
            MethodNames.Status,
            static () => ProtocolJsonContext.Default.StatusParams,
            static () => ProtocolJsonContext.Default.StatusSummary,
            (_, _, cancellationToken) => CollectStatusAsync(cancellationToken));
        methods.Add(
            MethodNames.SystemPresence,
            static () => ProtocolJsonContext.Default.IReadOnlyListPresenceEntry,
            (_, _) => ValueTask.FromResult(presence.Snapshot()));
    }

    private async ValueTask<StatusSummary> CollectStatusAsync(CancellationToken cancellationToken)
    {
        var summary = Baseline();
        foreach (var section in _sections)
        {
            summary = await section.ContributeAsync(summary, cancellationToken);
        }

        return summary;
    }

    private StatusSummary Baseline()
    {
        var agents = config.Current.Agents;
        using var process = Process.GetCurrentProcess();
        var heap = GC.GetGCMemoryInfo();
        return new StatusSummary
        {
            RuntimeVersion = HostVersion.Text,
            Heartbeat = new StatusHeartbeat
            {
                DefaultAgentId = agents.DefaultAgent.Id,
                Agents = [.. agents.List.Select(agent => HeartbeatOf(agents, agent))],
            },
            ChannelSummary = [],
            QueuedSystemEvents = [],
            Sessions = new StatusSessions
            {
                Paths = [],
                Count = 0,
                Defaults = new StatusSessionDefaults { Model = agents.Defaults.Model?.Primary, ContextTokens = null },
                Recent = [],
                ByAgent = [],
            },
            ProcessMemory = new StatusMemory
            {
                RssBytes = process.WorkingSet64,
                HeapUsedBytes = GC.GetTotalMemory(forceFullCollection: false),
                HeapTotalBytes = heap.TotalCommittedBytes,
            },
            Pid = Environment.ProcessId,
        };
    }

    private static StatusHeartbeatAgent HeartbeatOf(AgentsConfig agents, AgentConfig agent)
    {
        var every = agents.HasHeartbeat(agent) ? agents.SettingsOf(agent.Id).Heartbeat.Every : TimeSpan.Zero;
        return new StatusHeartbeatAgent
        {
            AgentId = agent.Id,
            Enabled = every > TimeSpan.Zero,
            Every = DurationText.Short(every),
            EveryMs = every > TimeSpan.Zero ? (long)every.TotalMilliseconds : null,
        };
    }
}
