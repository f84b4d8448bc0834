namespace OpenClaw.Protocol.Nodes;

/// <summary>The words that wake a listening node: parameters of <c>voicewake.set</c>, answer of it and of <c>voicewake.get</c>, and payload of <c>voicewake.changed</c>.</summary>
public sealed record VoiceWakeTriggers
{
    /// <summary>The words.</summary>
    public required IReadOnlyList<string> Triggers { get; init; }
}
