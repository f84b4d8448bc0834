using System.Text.Json;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>agents.stats</c>: what the records of runs say about each agent. A method of this gateway alone.</summary>
internal sealed class AgentsStatsRpc(
    RunStore runs, ModelSelector models, Workspaces workspaces, StatePaths paths, IConfigSource configuration, TimeProvider time) : IRpcModule
{
    private const int UsualHours = 24;
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.AgentsStats, static () => AgentsJsonContext.Default.AgentsStatsParams, static () => AgentsJsonContext.Default.AgentsStatsResult, CountAsync);

    private async ValueTask<AgentsStatsResult> CountAsync(RpcCall call, AgentsStatsParams parameters, CancellationToken cancellationToken)
    {
        var config = configuration.Current;
        if (parameters.AgentId is { } asked && config.Agents.Find(asked) is null)
            throw RpcException.InvalidRequest($"unknown agent id \"{asked}\"");
        var hours = parameters.Hours ?? UsualHours;
        var now = time.GetUtcNow();
        var known = (await runs.StatisticsAsync((now - TimeSpan.FromHours(hours)).ToUnixTimeMilliseconds(), cancellationToken))
            .ToDictionary(static one => one.AgentId, StringComparer.OrdinalIgnoreCase);
        return new AgentsStatsResult(
            hours,
            [
                .. config.Agents.List
                    .Where(agent => parameters.AgentId is null || string.Equals(agent.Id, parameters.AgentId, StringComparison.OrdinalIgnoreCase))
                    .Select(agent => Of(config, agent, known.GetValueOrDefault(agent.Id) ?? RunStatistics.None(agent.Id), now)),
            ]);
    }

    private AgentStats Of(OpenClawConfig config, AgentConfig agent, RunStatistics counted, DateTimeOffset now) => new()
    {
        AgentId = agent.Id,
        Name = agent.Name,
        IsDefault = agent.Id == config.Agents.DefaultAgent.Id,
        State = StateOf(counted, now),
        Running = counted.Running,
        Runs = counted.Runs,
        AvgMs = (long?)counted.AverageMs,
        MaxMs = counted.LongestMs,
        Timeouts = counted.Timeouts,
        Errors = counted.Errors,
        LastRunAt = counted.LastEndedAt > 0 ? counted.LastEndedAt : null,
        LastError = counted.LastError,
        Workspace = workspaces.Of(agent.Id),
        AgentDir = agent.AgentDirectory ?? Path.Combine(paths.StateDirectory, "agents", agent.Id, "agent"),
        Model = models.DefaultOf(agent.Id).ToString(),
        Bindings = BindingsOf(config.Raw, agent.Id),
    };

    private static string StateOf(RunStatistics counted, DateTimeOffset now)
    {
        if (counted.Running > 0)
            return "active";
        if (counted.LastState is RunState.Failed or RunState.TimedOut or RunState.Interrupted)
            return "failed";
        return counted.LastEndedAt > (now - Recent).ToUnixTimeMilliseconds() ? "active" : "idle";
    }

    private static int BindingsOf(JsonElement config, string agentId) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty("bindings", out var bindings) && bindings.ValueKind == JsonValueKind.Array
            ? bindings.EnumerateArray().Count(binding => binding.ValueKind == JsonValueKind.Object
                && binding.TryGetProperty("agentId", out var id) && id.ValueKind == JsonValueKind.String
                && string.Equals(id.GetString(), agentId, StringComparison.OrdinalIgnoreCase))
            : 0;
}
