using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Cli.PluginDev;

/// <summary>Places builds of a plugin among the installed ones, and takes them away again. Never touches what somebody installed.</summary>
internal sealed class DevFolder(string pluginsDirectory, string id)
{
    /// <summary>Says that a folder belongs to this command.</summary>
    public const string Marker = ".openclaw-dev";

    private readonly string _target = Path.Combine(pluginsDirectory, id);
    private string? _placed;

    /// <returns>Whether the build differs from what was placed last.</returns>
    /// <exception cref="CliException">The plugin is installed already.</exception>
    public bool Place(string output)
    {
        if (!File.Exists(Path.Combine(output, PluginManifest.FileName)))
            return false;
        var print = FolderFingerprint.Of(output);
        if (print == _placed)
            return false;
        if (Directory.Exists(_target) && !File.Exists(Path.Combine(_target, Marker)))
            throw new CliException($"{id} is installed already, in {_target}. Uninstall it, or give the project another PluginId.");
        // The gateway does not look at names that begin with a dot, so it never sees half a folder.
        var staging = Path.Combine(pluginsDirectory, $".dev-{id}");
        Delete(staging);
        Copy(output, staging);
        File.WriteAllText(Path.Combine(staging, Marker), "Placed by openclaw plugins dev; goes when it ends.\n");
        Delete(_target);
        Directory.Move(staging, _target);
        _placed = print;
        return true;
    }

    public void Remove()
    {
        if (File.Exists(Path.Combine(_target, Marker)))
            Delete(_target);
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(source))
            Copy(folder, Path.Combine(target, Path.GetFileName(folder)));
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
