using OpenClaw.Host.Agents.Models;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>What to summarise, for which model, and why.</summary>
internal sealed record CompactionRequest(string SessionKey, string SessionId, string AgentId, ModelReference Model, string Cause)
{
    /// <summary>Each further attempt keeps half as much.</summary>
    public int Attempt { get; init; } = 1;

    public string? Focus { get; init; }
}
