using OpenClaw.Identity;
using OpenClaw.Tools;

namespace OpenClaw.Agents;

/// <summary>One question to a model.</summary>
public sealed record ModelRequest
{
    /// <summary>The model's name without the provider.</summary>
    public required string Model { get; init; }

    /// <summary>Instructions that stand before the conversation; <see langword="null"/> for none.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>
    /// How many characters at the beginning of <see cref="SystemPrompt"/> stay the same from call to call, for far ends that cache what is
    /// marked; 0 when nothing is known about it. A provider that has no use for it sends the whole prompt as it is.
    /// </summary>
    public int StablePromptLength { get; init; }

    /// <summary>The conversation, oldest first. Not empty; the last one is of the user or a tool.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>Tools the model may call. Names are unique.</summary>
    public IReadOnlyList<ToolDescriptor> Tools { get; init; } = [];

    /// <summary>Whether and which tool must be called. Default: the model decides.</summary>
    public ToolChoice ToolChoice { get; init; } = ToolChoice.Auto;

    /// <summary>How long to think first. Providers map it to what the model knows and ignore it where it can't.</summary>
    public ThinkingLevel Thinking { get; init; } = ThinkingLevel.Off;

    /// <summary>Most tokens of the answer; <see langword="null"/> for the far end's default.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>0 to 2; <see langword="null"/> for the far end's default.</summary>
    public double? Temperature { get; init; }

    /// <summary>The conversation this belongs to, for providers that cache by it. Never sent as is.</summary>
    public SessionKey? Session { get; init; }
}
