using OpenClaw.Content;

namespace OpenClaw.Agents;

/// <summary>One message of a conversation as a model sees it.</summary>
/// <param name="Role">Whose message it is.</param>
/// <param name="Parts">Its content, in order.</param>
public sealed record ModelMessage(ModelRole Role, IReadOnlyList<MessagePart> Parts)
{
    /// <summary>A message of the user made of one text.</summary>
    /// <param name="text">The text.</param>
    public static ModelMessage User(string text) => new(ModelRole.User, [new TextPart(text)]);

    /// <summary>A message of the model made of one text.</summary>
    /// <param name="text">The text.</param>
    public static ModelMessage Assistant(string text) => new(ModelRole.Assistant, [new TextPart(text)]);
}
