namespace OpenClaw.Agents;

/// <summary>
/// A source of model answers. One call is one model call: the host owns the tool loop, policy, approvals, retries and
/// fail-over, so a provider stays a thin translation of a wire format. Safe for concurrent calls.
/// </summary>
/// <remarks>Further abilities are further interfaces on the same object, for example <see cref="IEmbeddingProvider"/>.</remarks>
public interface IAgentProvider
{
    /// <summary>The provider id: what stands before the slash of a model name, for example <c>openai</c> in <c>openai/gpt-5</c>.</summary>
    string Id { get; }

    /// <summary>Lists the models this provider can serve. The host waits 15 seconds and keeps the answer for a while.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelException">The far end could not be asked.</exception>
    ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks the model once. Updates come as the far end sends them; the last one is <see cref="ModelStopped"/>. A stream that
    /// ends without it counts as cut.
    /// </summary>
    /// <param name="request">What to ask.</param>
    /// <param name="cancellationToken">Cancelled when the run is aborted or out of time; the far end must be hung up on promptly.</param>
    /// <exception cref="ModelException">The call failed; the kind decides whether the host retries, fails over or gives up.</exception>
    IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, CancellationToken cancellationToken);
}
