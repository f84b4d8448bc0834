using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>How a file is sent, which decides how people see it.</summary>
internal static class FileKind
{
    public const string Photo = "photo";
    public const string Document = "document";

    private const long LargestPhoto = 10L * 1024 * 1024;

    public static string Of(Media media) => media.MediaType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "image/jpeg" or "image/png" or "image/webp" => media.Length is null or <= LargestPhoto ? Photo : Document,
        "image/gif" => "animation",
        "audio/ogg" or "audio/opus" => "voice",
        "audio/mpeg" or "audio/mp4" or "audio/x-m4a" => "audio",
        "video/mp4" => "video",
        _ => Document,
    };

    /// <summary>What may be in one album: pictures and films together, sounds and documents among themselves.</summary>
    public static bool FitTogether(IReadOnlyList<string> kinds) =>
        kinds.All(static kind => kind is Photo or "video") || (kinds[0] is "audio" or Document && kinds.All(kind => kind == kinds[0]));

    public static string MethodOf(string kind) => $"send{char.ToUpperInvariant(kind[0])}{kind[1..]}";
}
