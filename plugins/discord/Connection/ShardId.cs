namespace OpenClaw.Channels.Discord.Connection;

/// <summary>One of the connections of a bot.</summary>
/// <param name="Number">Which one, from 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct ShardId(int Number, int Count);
