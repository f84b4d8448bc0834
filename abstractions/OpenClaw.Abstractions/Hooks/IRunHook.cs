namespace OpenClaw.Hooks;

/// <summary>Has a say in runs of agents.</summary>
public interface IRunHook : IPluginHook
{
    /// <summary>Before the first model call of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends with the run, the hook's time or the plugin.</param>
    /// <returns>What is added to the end of the system prompt for this run, at most 16,384 characters; null for nothing.</returns>
    Task<string?> BeforeRunAsync(HookedRun run, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>After a run has ended and its end is stored.</summary>
    /// <param name="run">The run.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="cancellationToken">Ends with the hook's time or the plugin.</param>
    Task AfterRunAsync(HookedRun run, RunOutcome outcome, CancellationToken cancellationToken) => Task.CompletedTask;
}
