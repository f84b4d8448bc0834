using System.Text.Json;

namespace OpenClaw.Channels.WhatsApp.Settings;

/// <summary>The credentials of an account, which the bridge writes. Only whether there are any is looked at here.</summary>
internal sealed class AuthFolder(string path)
{
    private static readonly string[] Patterns = ["*.json", "*.bak", "*.tmp"];

    public string Path => path;

    /// <summary>Whether a phone has linked the account.</summary>
    public bool IsLinked => IsLinkedIn("creds.json") ?? IsLinkedIn("creds.json.bak") ?? false;

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        foreach (var file in Patterns.SelectMany(pattern => Directory.EnumerateFiles(path, pattern)).ToList())
            File.Delete(file);
    }

    /// <returns>Nothing where the file is not there, or is not whole.</returns>
    private bool? IsLinkedIn(string name)
    {
        try
        {
            using var file = File.OpenRead(System.IO.Path.Combine(path, name));
            using var creds = JsonDocument.Parse(file);
            return creds.RootElement.ValueKind == JsonValueKind.Object
                && creds.RootElement.TryGetProperty("me", out var me) && me.ValueKind == JsonValueKind.Object
                && me.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
