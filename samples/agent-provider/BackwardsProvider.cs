using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Content;

namespace Backwards;

/// <summary>Answers with the words of the question, last one first. One call is one question: the gateway owns tools, retries and history.</summary>
public sealed class BackwardsProvider : IAgentProvider
{
    /// <inheritdoc/>
    public string Id => "backwards";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ModelInfo>>([new ModelInfo { Id = "words", Name = "Backwards", AcceptsTools = false }]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Model != "words")
            throw new ModelException(ModelFailure.InvalidRequest, $"The only model is backwards/words; there is no \"{request.Model}\".");
        var question = string.Concat(request.Messages[^1].Parts.OfType<TextPart>().Select(static part => part.Text));
        foreach (var word in question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            // A real provider waits for its far end here, and hangs up when it is told to.
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new TextDelta($"{word} ");
        }

        yield return new ModelStopped(ModelStopReason.Completed);
    }
}
