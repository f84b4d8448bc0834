using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Tools;

/// <summary>A tool that binds its arguments and calls a delegate.</summary>
internal sealed class DelegateTool<TArguments>(
    ToolDescriptor descriptor,
    JsonTypeInfo<TArguments> argumentsInfo,
    Func<TArguments, ToolInvocation, CancellationToken, ValueTask<ToolResult>> invoke) : ITool
    where TArguments : class
{
    public ToolDescriptor Descriptor { get; } = descriptor;

    public async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        TArguments? arguments;
        try
        {
            arguments = invocation.Arguments.Deserialize(argumentsInfo);
        }
        catch (JsonException exception)
        {
            return ToolResult.Failed("invalid_arguments", $"The arguments of {Descriptor.Name} do not fit its schema at {exception.Path ?? "$"}.");
        }

        return arguments is null
            ? ToolResult.Failed("invalid_arguments", $"{Descriptor.Name} needs an object of arguments.")
            : await invoke(arguments, invocation, cancellationToken).ConfigureAwait(false);
    }
}
