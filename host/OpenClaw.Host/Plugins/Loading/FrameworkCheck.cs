using System.Text.Json;
using NuGet.Versioning;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>Refuses a plugin built for a newer framework before any of its code is loaded.</summary>
internal static class FrameworkCheck
{
    private static readonly NuGetVersion Running = new(Environment.Version);

    /// <returns>Null when the framework is new enough, else the sentence for the plugin's status.</returns>
    public static string? Reason(string folder, PluginManifest manifest)
    {
        var name = Path.ChangeExtension(manifest.EntryAssembly, ".runtimeconfig.json");
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists || file.Length > ManifestLimits.MaxBytes)
            return null;
        var asked = Frameworks(file.FullName).Where(static version => version > Running).Max();
        return asked is null
            ? null
            : $"{name} asks for .NET {asked}, this gateway runs on {Running}. Update the gateway, or install a version of {manifest.Id} made for .NET {Running.Major}.";
    }

    private static IReadOnlyList<NuGetVersion> Frameworks(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var options = document.RootElement.GetProperty("runtimeOptions");
            IEnumerable<JsonElement> listed = options.TryGetProperty("frameworks", out var several)
                ? several.EnumerateArray()
                : options.TryGetProperty("framework", out var single) ? [single] : [];
            return [.. listed
                .Select(static framework => NuGetVersion.TryParse(framework.GetProperty("version").GetString(), out var version) ? version : null)
                .OfType<NuGetVersion>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // The file only helps to refuse early; what is really missing shows when the types are touched.
            return [];
        }
    }
}
