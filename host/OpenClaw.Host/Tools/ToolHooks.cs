using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tools;

/// <summary>Asks hooks of plugins before and after a tool runs.</summary>
internal sealed class ToolHooks(IPluginCatalog? plugins = null)
{
    private const int MaxReason = 2_048;
    private const int MaxLooks = 3;

    /// <summary>False while no plugin has such hooks, which is nearly always.</summary>
    public bool HasAny => plugins?.Current.Hooks is { Tool.Length: > 0 };

    private HookContribution[] Current => plugins?.Current.Hooks?.Tool ?? [];

    /// <returns>The arguments to run with, or why the tool must not run.</returns>
    public async ValueTask<(JsonElement Arguments, string? Blocked)> BeforeAsync(ToolCallPart call, ToolCallContext context, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await AskAsync(Current, call, context, cancellationToken);
            }
            catch (PluginNotEnteredException) when (look < MaxLooks)
            {
                // The plugin was replaced in this moment; its new generation has its say.
            }
            catch (PluginNotEnteredException gone)
            {
                return (call.Arguments, $"The call was not allowed: a hook of plugin could not be asked. {gone.Message}");
            }
        }
    }

    /// <returns>What the model sees.</returns>
    public async ValueTask<ToolResult> AfterAsync(ToolCallPart call, ToolCallContext context, ToolResult result, CancellationToken cancellationToken)
    {
        foreach (var hook in Current)
        {
            var shown = result;
            result = await HookCalls.TryAskAsync<IToolHook, ToolResult>(
                hook, async (target, token) => Copy(await target.AfterToolCallAsync(Describe(call, context, call.Arguments), shown, token)) ?? shown, cancellationToken) ?? result;
        }

        return result;
    }

    private static async ValueTask<(JsonElement Arguments, string? Blocked)> AskAsync(
        HookContribution[] hooks, ToolCallPart call, ToolCallContext context, CancellationToken cancellationToken)
    {
        var arguments = call.Arguments;
        foreach (var hook in hooks)
        {
            var described = Describe(call, context, arguments);
            ToolCallDecision decision;
            try
            {
                decision = await hook.Entrance.CallAsync(
                    async (target, token) => await ((IToolHook)target).BeforeToolCallAsync(described, token) ?? throw new InvalidOperationException("The hook gave no decision."),
                    cancellationToken);
            }
            catch (Exception failure) when (failure is not PluginNotEnteredException && !cancellationToken.IsCancellationRequested)
            {
                // Who guards a tool and cannot answer has not said yes.
                return (arguments, $"The call was not allowed: a hook of plugin {hook.PluginId} failed.");
            }

            if (decision.BlockReason is { } reason)
                return (arguments, ToolText.Cut(reason, MaxReason));
            arguments = decision.Arguments?.Clone() ?? arguments;
        }

        return (arguments, null);
    }

    private static ToolResult? Copy(ToolResult? result)
    {
        if (result?.Content is null)
            return null;
        // The list may be a type of the plugin.
        MessagePart[] parts = [.. result.Content.Take(1_000)];
        return result with { Content = parts, Details = result.Details?.Clone() };
    }

    private static HookedToolCall Describe(ToolCallPart call, ToolCallContext context, JsonElement arguments) => new()
    {
        Tool = call.Name,
        CallId = call.CallId,
        Arguments = arguments,
        Session = context.Session,
        Agent = context.Agent,
        RunId = context.RunId,
    };
}
