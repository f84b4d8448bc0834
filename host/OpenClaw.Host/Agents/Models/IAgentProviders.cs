using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models;

/// <summary>The model providers that can be asked.</summary>
internal interface IAgentProviders
{
    /// <summary>Their ids, in a stable order.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>A provider by its id; nothing when no running plugin serves it.</summary>
    ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken);
}
