using System.Text.Json;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Reads and checks the manifest of one plugin folder, and reports every mistake at once.</summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = ManifestLimits.MaxDepth,
        AllowDuplicateProperties = false,
    };

    public static ManifestResult Read(string folder)
    {
        var path = Path.Combine(folder, PluginManifest.FileName);
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
                return Broken("is a link", $"Put the file itself into {folder}.");
            if (!file.Exists)
                return Broken("is missing", $"Put a manifest into {folder}, or remove the folder.");
            return ReadBounded(path) is { } bytes
                ? Parse(folder, bytes)
                : Broken("is too large", $"Keep it below {ManifestLimits.MaxBytes} bytes.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Broken($"cannot be read ({exception.Message})", "Let the gateway's user read it.");
        }
    }

    private static byte[]? ReadBounded(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[ManifestLimits.MaxBytes + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= ManifestLimits.MaxBytes ? buffer[..length] : null;
    }

    private static ManifestResult Parse(string folder, byte[] bytes)
    {
        var content = bytes.AsMemory();
        if (content.Span.StartsWith("\uFEFF"u8))
            content = content[3..];
        try
        {
            using var document = JsonDocument.Parse(content, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ManifestParser(folder, document.RootElement).Parse()
                : Broken("is not a JSON object", "Write an object with id, name, version, contract, entryAssembly and kinds.");
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber + 1 ?? 1;
            return Broken($"is not valid JSON at line {line}", $"Mend the JSON: {FirstSentence(exception.Message)}");
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }

    private static ManifestResult Broken(string problem, string fix) =>
        new() { Issues = [new ManifestIssue(PluginManifest.FileName, null, problem, fix)] };
}
