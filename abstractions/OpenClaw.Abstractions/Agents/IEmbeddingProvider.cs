namespace OpenClaw.Agents;

/// <summary>Optional ability of an <see cref="IAgentProvider"/>: turns texts into vectors.</summary>
public interface IEmbeddingProvider
{
    /// <summary>Embeds texts, in order.</summary>
    /// <param name="model">The model's name without the provider.</param>
    /// <param name="texts">1 to 2,048 texts.</param>
    /// <param name="dimensions">Asks for shorter vectors where the model can; <see langword="null"/> for the model's own length.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ModelException">The call failed.</exception>
    ValueTask<EmbeddingResult> EmbedAsync(string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken);
}
