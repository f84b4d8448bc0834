using OpenClaw.Agents;
using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Agents.Models;

/// <summary>The model providers that can be asked.</summary>
internal interface IAgentProviders
{
    /// <summary>Their ids, in a stable order.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>A provider by its id; nothing when no running plugin serves it.</summary>
    ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A provider that comes with one of its keys; its only one without it.</summary>
    ValueTask<IAgentProvider?> FindAsync(string id, ProviderCredential? credential, CancellationToken cancellationToken) =>
        FindAsync(id, cancellationToken);
}
