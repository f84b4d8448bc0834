using NuGet.Frameworks;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>
/// Which files of a package become the plugin's folder. Everything else a package may carry (build targets, scripts, tools,
/// analyzers, content) stays in it: installing runs nothing.
/// </summary>
internal static class PackageLayout
{
    private const string PublishFolder = "plugin/";
    private const string LibraryFolder = "lib/";
    private const string RuntimeFolder = "runtimes/";

    /// <summary>Whether it brings its dependencies itself.</summary>
    public static bool IsWhole(PackageArchive archive) => archive.Find(PublishFolder + PluginManifest.FileName) is not null;

    public static IReadOnlyList<LaidOutFile> OfPlugin(PackageArchive archive)
    {
        if (IsWhole(archive))
        {
            return [.. archive.Files.Where(static file => file.Path.StartsWith(PublishFolder, StringComparison.Ordinal))
                .Select(static file => new LaidOutFile(file.Path[PublishFolder.Length..], file))];
        }

        var manifest = archive.Find(PluginManifest.FileName)
            ?? throw new PackageException($"{archive.Name} holds no {PluginManifest.FileName}, neither in plugin/ nor at its top, so it is no plugin.");
        return [new LaidOutFile(PluginManifest.FileName, manifest), .. OfLibrary(archive)];
    }

    /// <summary>The assemblies and native libraries for this process, flat.</summary>
    public static IReadOnlyList<LaidOutFile> OfLibrary(PackageArchive archive)
    {
        var files = new Dictionary<string, LaidOutFile>(StringComparer.OrdinalIgnoreCase);
        Add(files, Nearest(archive, LibraryFolder));
        foreach (var runtime in Frameworks.RuntimeIds)
        {
            if (Nearest(archive, $"{RuntimeFolder}{runtime}/{LibraryFolder}") is { Count: > 0 } special)
            {
                Add(files, special);
                break;
            }
        }

        foreach (var runtime in Frameworks.RuntimeIds)
        {
            var folder = $"{RuntimeFolder}{runtime}/native/";
            var native = archive.Files.Where(file => file.Path.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
                .Select(file => new LaidOutFile(file.Path[folder.Length..], file)).ToList();
            if (native.Count == 0)
                continue;
            Add(files, native);
            break;
        }

        return [.. files.Values];
    }

    private static void Add(Dictionary<string, LaidOutFile> files, IReadOnlyList<LaidOutFile> added)
    {
        foreach (var file in added)
            files[file.Target] = file;
    }

    private static IReadOnlyList<LaidOutFile> Nearest(PackageArchive archive, string folder)
    {
        var byFramework = archive.Files
            .Where(file => file.Path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && file.Path.IndexOf('/', folder.Length) > 0)
            .GroupBy(file => file.Path[folder.Length..file.Path.IndexOf('/', folder.Length)], StringComparer.OrdinalIgnoreCase)
            .Select(static group => new FrameworkFolder(FrameworkOf(group.Key), group.Key.Length, [.. group]))
            .ToList();
        return Frameworks.Nearest(byFramework, static one => one.Framework) is { } nearest
            ? [.. nearest.Files
                .Select(file => new LaidOutFile(file.Path[(folder.Length + nearest.NameLength + 1)..], file))
                .Where(static file => IsNeeded(file.Target))]
            : [];
    }

    private static NuGetFramework FrameworkOf(string name)
    {
        try
        {
            return NuGetFramework.ParseFolder(name);
        }
        catch (Exception error) when (error is ArgumentException or FrameworkException)
        {
            return NuGetFramework.UnsupportedFramework;
        }
    }

    // Documentation, the mark of an empty folder, and what the gateway shares with every plugin.
    private static bool IsNeeded(string target) =>
        target != "_._"
        && !target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && !(target.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && SharedAssemblies.Contains(Path.GetFileNameWithoutExtension(target)));

    private sealed record FrameworkFolder(NuGetFramework Framework, int NameLength, IReadOnlyList<PackageFile> Files);
}
