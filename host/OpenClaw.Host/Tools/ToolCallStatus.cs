namespace OpenClaw.Host.Tools;

/// <summary>How a tool call went.</summary>
internal enum ToolCallStatus
{
    Completed,
    Failed,

    /// <summary>The tool was not run: unknown, not allowed, or the arguments do not fit.</summary>
    Blocked,
}
