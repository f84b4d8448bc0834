using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>A folder that claims to be a plugin, with its manifest or what is wrong with it.</summary>
internal sealed record PluginFolder(string Path, PluginOrigin Origin, ManifestResult Manifest)
{
    /// <summary>The manifest's id, or the folder's name where there is none to read.</summary>
    public string DisplayId => Manifest.Id ?? System.IO.Path.GetFileName(Path);
}
