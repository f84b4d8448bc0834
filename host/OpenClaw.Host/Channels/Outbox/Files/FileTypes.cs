using OpenClaw.Host.Agents.Attachments;

namespace OpenClaw.Host.Channels.Outbox.Files;

/// <summary>What a file is: images by their first bytes, others by their name.</summary>
internal static class FileTypes
{
    private const string Any = "application/octet-stream";

    public static string Of(string name, ReadOnlySpan<byte> content) =>
        ImageTypes.Of(content[..Math.Min(content.Length, ImageTypes.HeadLength)]) ?? Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".txt" or ".log" => "text/plain",
            ".md" => "text/markdown",
            ".csv" => "text/csv",
            ".json" => "application/json",
            ".pdf" => "application/pdf",
            ".zip" => "application/zip",
            ".mp3" => "audio/mpeg",
            ".ogg" or ".opus" => "audio/ogg",
            ".wav" => "audio/wav",
            ".m4a" => "audio/mp4",
            ".mp4" => "video/mp4",
            ".webm" => "video/webm",
            ".svg" => "image/svg+xml",
            _ => Any,
        };
}
