using System.Text.Json;
using OpenClaw.Content;

namespace OpenClaw.Tools;

/// <summary>What a tool call gave.</summary>
public sealed record ToolResult
{
    /// <summary>What the model is shown, in order. The host cuts it at its own cap.</summary>
    public required IReadOnlyList<MessagePart> Content { get; init; }

    /// <summary>Whether the call failed. The content then says why, in words that help the model go on.</summary>
    public bool IsError { get; init; }

    /// <summary>A stable code of the failure, for example <c>not_found</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Structured output for clients; not shown to the model.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>A result of one text.</summary>
    /// <param name="text">The text.</param>
    public static ToolResult Text(string text) => new() { Content = [new TextPart(text)] };

    /// <summary>A failure the model may react to.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="message">What went wrong and what would help.</param>
    public static ToolResult Failed(string code, string message) =>
        new() { Content = [new TextPart(message)], IsError = true, ErrorCode = code };
}
