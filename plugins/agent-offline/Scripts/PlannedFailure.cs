namespace OpenClaw.Agents.Offline.Scripts;

/// <summary>A failure a message asks for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Times">How often the same question fails before it is answered; <see langword="null"/> for always.</param>
/// <param name="AfterWords">How much is said before.</param>
/// <param name="RetryAfter">When to ask again.</param>
internal sealed record PlannedFailure(ModelFailure Kind, int? Times, int AfterWords, TimeSpan? RetryAfter)
{
    public ModelException ToException() =>
        new(Kind, $"The offline provider failed with {Kind} because the message asked for it.") { RetryAfter = RetryAfter };
}
