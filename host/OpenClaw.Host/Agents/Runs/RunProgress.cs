using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>What a run has come to so far; still true when the run is cut off in the middle.</summary>
internal sealed class RunProgress
{
    private readonly List<string> _tools = [];

    public ModelReference? Model { get; set; }

    public ModelUsage Usage { get; private set; } = ModelUsage.None;

    public ModelUsage? LastCallUsage { get; private set; }

    public int AssistantTurns { get; private set; }

    public void AddTurn(ModelUsage usage)
    {
        Usage += usage;
        LastCallUsage = usage;
        AssistantTurns++;
    }

    public void AddTool(string name)
    {
        if (!_tools.Contains(name))
            _tools.Add(name);
    }

    public RunOutcome Outcome(string? reply, string? stopReason, RunFailure? failure = null) => new()
    {
        Reply = reply,
        StopReason = stopReason,
        Failure = failure,
        Provider = Model?.Provider,
        Model = Model?.Model,
        Usage = Of(Usage),
        LastCallUsage = LastCallUsage is { } last ? Of(last) : null,
        AssistantTurns = AssistantTurns,
        Tools = [.. _tools],
    };

    private static RunUsage Of(ModelUsage usage) => new()
    {
        Input = usage.InputTokens,
        Output = usage.OutputTokens,
        CacheRead = usage.CacheReadTokens,
        CacheWrite = usage.CacheWriteTokens,
        Total = usage.TotalTokens,
    };
}
