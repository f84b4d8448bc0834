namespace OpenClaw.Host.Channels.Accounts;

/// <summary>A channel was not asked, so that nothing happened.</summary>
internal sealed class AbilityException(AbilityProblem problem, string message) : Exception(message)
{
    public AbilityProblem Problem { get; } = problem;
}
