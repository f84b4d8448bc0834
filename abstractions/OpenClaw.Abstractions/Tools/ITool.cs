namespace OpenClaw.Tools;

/// <summary>Something an agent can do. Safe for concurrent invocations.</summary>
public interface ITool
{
    /// <summary>What the tool is. The same value for the life of the object.</summary>
    ToolDescriptor Descriptor { get; }

    /// <summary>
    /// Runs the tool once. Policy and approval were settled by the host before; the arguments match
    /// <see cref="ToolDescriptor.Parameters"/>.
    /// </summary>
    /// <param name="invocation">The arguments and the circumstances.</param>
    /// <param name="cancellationToken">Cancelled when the run is aborted or the deadline has passed. The tool must then end promptly, its children too.</param>
    /// <returns>The result. An expected failure is a result with <see cref="ToolResult.IsError"/>, not an exception.</returns>
    ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken);
}
