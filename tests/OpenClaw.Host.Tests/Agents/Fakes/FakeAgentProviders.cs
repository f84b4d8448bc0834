using OpenClaw.Agents;
using OpenClaw.Host.Agents.Models;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>Hands out the providers of the test.</summary>
internal sealed class FakeAgentProviders(params IAgentProvider[] providers) : IAgentProviders
{
    public IReadOnlyList<string> Ids => [.. providers.Select(static provider => provider.Id)];

    public ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(providers.FirstOrDefault(provider => provider.Id == id));
}
