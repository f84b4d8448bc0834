using System.Runtime.CompilerServices;
using OpenClaw.Agents;

namespace OpenClaw.TestPlugins;

/// <summary>A provider with a fixed id.</summary>
public sealed class GoodProvider(GoodState state) : IAgentProvider, IEmbeddingProvider
{
    public string Id => "good";

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = state.Scope.Plugin.Id }]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TextDelta("good ");
        await Task.Yield();
        if (request.Model == "fails")
            throw new ModelException(ModelFailure.RateLimited, "slow down") { RetryAfter = TimeSpan.FromSeconds(3) };
        yield return new TextDelta("morning");
        yield return new ModelStopped(ModelStopReason.Completed);
    }

    public ValueTask<EmbeddingResult> EmbedAsync(string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new EmbeddingResult([.. texts.Select(static _ => new ReadOnlyMemory<float>([1f]))], ModelUsage.None));
}
