using System.Security.Cryptography;
using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary>The npm packages of the bridge: in the plugin's storage, in a folder named after the lock file that they fulfil.</summary>
internal sealed class SidecarPackages(IPluginScope scope)
{
    private const string LockFile = "package-lock.json";

    /// <summary>The lists of packages, which npm reads.</summary>
    public static readonly string[] Lists = ["package.json", LockFile];

    /// <summary>Where the bridge's own code and its lists of packages are.</summary>
    public string Sources { get; } = Path.Combine(scope.PluginDirectory, "sidecar");

    public string Root { get; } = Path.Combine(scope.StorageDirectory, "packages");

    /// <summary>The packages that this version of the plugin wants.</summary>
    public string Folder => Path.Combine(Root, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Sources, LockFile))))[..16]);

    public bool IsInstalled => File.Exists(Path.Combine(Folder, "node_modules", "baileys", "package.json"));

    /// <summary>How many packages the lock file names.</summary>
    public int Count
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Sources, LockFile)));
            return file.RootElement.GetProperty("packages").EnumerateObject().Count(static one => one.Name.Length > 0 && !(one.Value.TryGetProperty("peer", out var peer) && peer.GetBoolean()));
        }
    }

    /// <summary>Whether there are some of another version.</summary>
    public bool HasOthers => Directory.Exists(Root) && Directory.EnumerateDirectories(Root).Any(static folder => !Path.GetFileName(folder).StartsWith('.'));

    /// <summary>Told when they have been installed.</summary>
    public event Action? Installed;

    public void TellInstalled() => Installed?.Invoke();
}
