namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>A file that the bot sent.</summary>
internal sealed record UploadedFile(string? FileName, string? MediaType, byte[] Content);
