namespace OpenClaw.Content;

/// <summary>What a model thought before it answered.</summary>
/// <param name="Text">The readable text; may be empty where the provider hides it.</param>
/// <param name="Signature">Opaque provider data that must go back unchanged with the next request, if the provider asks so.</param>
public sealed record ThinkingPart(string Text, string? Signature = null) : MessagePart;
