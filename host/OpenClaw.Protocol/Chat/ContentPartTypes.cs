namespace OpenClaw.Protocol.Chat;

/// <summary>Values of <see cref="ContentPart.Type"/>.</summary>
public static class ContentPartTypes
{
    /// <summary>Text.</summary>
    public const string Text = "text";

    /// <summary>An image.</summary>
    public const string Image = "image";

    /// <summary>A call of a tool.</summary>
    public const string ToolCall = "toolCall";

    /// <summary>Thoughts of a model.</summary>
    public const string Thinking = "thinking";
}
