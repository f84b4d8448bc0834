namespace OpenClaw.Agents;

/// <summary>More text of the answer.</summary>
/// <param name="Text">The text to append; not empty.</param>
public sealed record TextDelta(string Text) : ModelUpdate;
