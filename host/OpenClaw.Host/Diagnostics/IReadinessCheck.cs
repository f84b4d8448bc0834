namespace OpenClaw.Host.Diagnostics;

/// <summary>One piece of evidence for readiness. Whoever owns a dependency that can fail brings one.</summary>
internal interface IReadinessCheck
{
    /// <summary>Short names of what is failing, for example <c>agent-database:main</c>; empty when all is well.</summary>
    ValueTask<IReadOnlyList<string>> FindFailuresAsync(CancellationToken cancellationToken);
}
