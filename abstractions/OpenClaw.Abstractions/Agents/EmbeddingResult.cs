namespace OpenClaw.Agents;

/// <summary>Vectors for the texts of one call.</summary>
/// <param name="Vectors">One vector for each text, in order, all of one length.</param>
/// <param name="Usage">What the call used.</param>
public sealed record EmbeddingResult(IReadOnlyList<ReadOnlyMemory<float>> Vectors, ModelUsage Usage);
