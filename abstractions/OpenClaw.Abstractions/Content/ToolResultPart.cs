namespace OpenClaw.Content;

/// <summary>What a tool call gave.</summary>
/// <param name="CallId">The call answered.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Content">What the model is shown.</param>
/// <param name="IsError">Whether the call failed; the content then says why.</param>
public sealed record ToolResultPart(string CallId, string Name, IReadOnlyList<MessagePart> Content, bool IsError = false) : MessagePart;
