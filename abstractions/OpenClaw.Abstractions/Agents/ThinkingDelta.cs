namespace OpenClaw.Agents;

/// <summary>More of what the model thinks.</summary>
/// <param name="Text">The text to append; may be empty.</param>
/// <param name="Signature">Opaque data that completes this block, see <see cref="OpenClaw.Content.ThinkingPart"/>.</param>
public sealed record ThinkingDelta(string Text, string? Signature = null) : ModelUpdate;
