using OpenClaw.Tools;

namespace OpenClaw.Hooks;

/// <summary>Has a say in calls of tools.</summary>
public interface IToolHook : IPluginHook
{
    /// <summary>Before a tool runs. When it fails or takes too long, the tool does not run.</summary>
    /// <param name="call">The call; its arguments fit the tool's schema.</param>
    /// <param name="cancellationToken">Ends with the run, the hook's time or the plugin.</param>
    Task<ToolCallDecision> BeforeToolCallAsync(HookedToolCall call, CancellationToken cancellationToken) =>
        Task.FromResult(ToolCallDecision.Continue);

    /// <summary>After a tool ran, and before the model sees what it gave.</summary>
    /// <param name="call">The call as it was made.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="cancellationToken">Ends with the run, the hook's time or the plugin.</param>
    /// <returns>What the model sees instead; null to leave it.</returns>
    Task<ToolResult?> AfterToolCallAsync(HookedToolCall call, ToolResult result, CancellationToken cancellationToken) =>
        Task.FromResult<ToolResult?>(null);
}
