using OpenClaw.Tools;

namespace MyPlugin;

internal static class Greeting
{
    // A failure that a model can react to is a result with a code, not an exception.
    public static ValueTask<ToolResult> GreetAsync(GreetingArguments arguments, ToolInvocation invocation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(string.IsNullOrWhiteSpace(arguments.Name)
            ? ToolResult.Failed("no_name", "Say who is to be greeted.")
            : ToolResult.Text($"Hello, {arguments.Name}!"));
}
