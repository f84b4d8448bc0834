namespace OpenClaw.Protocol.Chat;

/// <summary>Values of <see cref="TranscriptMessage.Role"/>.</summary>
public static class MessageRoles
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>An agent.</summary>
    public const string Assistant = "assistant";

    /// <summary>A tool.</summary>
    public const string ToolResult = "toolResult";
}
