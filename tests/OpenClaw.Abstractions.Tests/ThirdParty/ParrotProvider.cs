using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Content;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>A model that repeats.</summary>
internal sealed class ParrotProvider(string id) : IAgentProvider, IEmbeddingProvider
{
    public ParrotProvider()
        : this("parrot")
    {
    }

    public string Id { get; } = id;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = "grey" }]);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (request.Messages[^1].Parts is not [TextPart text])
            throw new ModelException(ModelFailure.InvalidRequest, "A parrot hears texts only.");
        yield return new ThinkingDelta("squawk");
        yield return new TextDelta(text.Text);
        yield return new UsageReported(new ModelUsage(1, 1));
        yield return new ModelStopped(ModelStopReason.Completed);
    }

    public ValueTask<EmbeddingResult> EmbedAsync(
        string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new EmbeddingResult([.. texts.Select(text => new ReadOnlyMemory<float>([text.Length]))], ModelUsage.None));
}
