using OpenClaw.Content;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Tools;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A plugin's tool as the host sees it: each call holds the generation alive, and nothing of the plugin comes back out.</summary>
internal sealed class LeasedTool(ToolDescriptor descriptor, PluginHandle<ITool> handle, Func<string, string> redact) : ITool
{
    private const int MaxParts = 1_000;
    private const int MaxTextLength = 4_000_000;

    public ToolDescriptor Descriptor { get; } = descriptor;

    public async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        using var lease = handle.Lease(out var tool);
        try
        {
            return await handle.Calls.InvokeAsync($"tool {Descriptor.Name}", async token => Copy(await tool.InvokeAsync(invocation, token)), cancellationToken);
        }
        catch (Exception exception) when (exception is not PluginLimitException)
        {
            throw PluginBoundary.Copy(exception, handle.PluginId, redact, cancellationToken);
        }
    }

    private static ToolResult Copy(ToolResult? result)
    {
        if (result?.Content is null)
            throw new InvalidOperationException("The tool returned no result. Return ToolResult.Text or ToolResult.Failed.");
        // The list may be a type of the plugin.
        MessagePart[] parts = [.. result.Content.Take(MaxParts).Select(Cut)];
        return result with { Content = parts, Details = result.Details?.Clone() };
    }

    private static MessagePart Cut(MessagePart part) =>
        part is TextPart { Text.Length: > MaxTextLength } text ? new TextPart(text.Text[..MaxTextLength]) : part;
}
