using System.Text.Json;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Agents;

/// <summary>An agent as <c>agents list --json</c> prints it.</summary>
internal sealed record AgentDocument
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required bool IsDefault { get; init; }

    public string? Workspace { get; init; }

    public string? AgentDir { get; init; }

    public string? Model { get; init; }

    public required long Bindings { get; init; }

    public string? State { get; init; }

    public required AgentStatsDocument Stats { get; init; }

    public static AgentDocument Of(JsonElement agent) => new()
    {
        Id = agent.TextAt("agentId") ?? string.Empty,
        Name = agent.TextAt("name"),
        IsDefault = agent.IsTrueAt("isDefault"),
        Workspace = agent.TextAt("workspace"),
        AgentDir = agent.TextAt("agentDir"),
        Model = agent.TextAt("model"),
        Bindings = agent.NumberAt("bindings") ?? 0,
        State = agent.TextAt("state"),
        Stats = new AgentStatsDocument
        {
            Running = agent.NumberAt("running") ?? 0,
            Runs = agent.NumberAt("runs") ?? 0,
            AvgMs = agent.NumberAt("avgMs"),
            MaxMs = agent.NumberAt("maxMs"),
            Timeouts = agent.NumberAt("timeouts") ?? 0,
            Errors = agent.NumberAt("errors") ?? 0,
            LastRunAt = agent.NumberAt("lastRunAt"),
            LastError = agent.TextAt("lastError"),
        },
    };
}
