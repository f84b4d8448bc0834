namespace OpenClaw.Content;

/// <summary>A piece of a message. A closed family: <see cref="TextPart"/>, <see cref="MediaPart"/>, <see cref="ThinkingPart"/>,
/// <see cref="ToolCallPart"/> and <see cref="ToolResultPart"/>. New members come with a new major version of the contract.</summary>
public abstract record MessagePart
{
    private protected MessagePart()
    {
    }
}
