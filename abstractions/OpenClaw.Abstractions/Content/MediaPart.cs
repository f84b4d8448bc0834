namespace OpenClaw.Content;

/// <summary>An image, a sound, a video or any other file.</summary>
/// <param name="Media">The content.</param>
public sealed record MediaPart(Media Media) : MessagePart;
