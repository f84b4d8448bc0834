using OpenClaw.Agents;

namespace OpenClaw.TestPlugins;

/// <summary>A provider made for an entry of the configuration.</summary>
internal sealed class GoodEntryProvider(string id) : IAgentProvider
{
    public string Id { get; } = id == "wrong" ? "other" : id;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = $"{Id}-model" }]);

    public IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, CancellationToken cancellationToken) =>
        throw new ModelException(ModelFailure.Authentication, "no key");
}
