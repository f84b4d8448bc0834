namespace OpenClaw.Channels;

/// <summary>A command that people can give in a chat.</summary>
/// <param name="Name">What is written behind the slash.</param>
/// <param name="Description">What it does, in a sentence.</param>
public sealed record ChannelCommand(string Name, string Description);
