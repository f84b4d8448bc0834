namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>A file that the bot sent.</summary>
internal sealed record SentFile(string Name, string? Type, byte[] Content);
