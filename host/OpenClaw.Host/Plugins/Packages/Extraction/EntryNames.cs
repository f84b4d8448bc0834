using System.IO.Compression;
using System.Text;
using OpenClaw.Host.Storage.Backups;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>
/// Turns the names in an archive into paths that mean the same on every system, and refuses the archive at the first that
/// cannot. All are checked before anything is written, those that are not laid out as well.
/// </summary>
internal sealed class EntryNames(string archive, PackageLimits limits)
{
    private const int FileTypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    // Names that some file system takes for the same, and folders, which no file may have the name of.
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The path with forward slashes; null for a folder.</returns>
    public string? Accept(ZipArchiveEntry entry)
    {
        var isFolder = entry.FullName.EndsWith('/');
        // Packers of packages write some characters in percent form, and readers decode it once.
        var path = Uri.UnescapeDataString(isFolder ? entry.FullName[..^1] : entry.FullName).Normalize(NormalizationForm.FormC);
        if (!BackupPaths.IsPlain(path, limits.MaxPathLength) || path.Split('/').Any(IsDevice))
            throw Refused(entry, "leads out of the folder, or means something else on another system");
        var type = (entry.ExternalAttributes >> 16) & FileTypeMask;
        if (type != 0 && type != (isFolder ? Folder : RegularFile))
            throw Refused(entry, "is a link or a device");
        if (entry.IsEncrypted)
            throw Refused(entry, "is encrypted");
        if (isFolder)
            return null;
        if (!_files.Add(path) || _folders.Contains(path))
            throw Refused(entry, "is there twice, or differs from another in upper and lower case only");
        for (var cut = path.LastIndexOf('/'); cut > 0; cut = path.LastIndexOf('/', cut - 1))
        {
            _folders.Add(path[..cut]);
            if (_files.Contains(path[..cut]))
                throw Refused(entry, "is below a file");
        }

        return path;
    }

    private static bool IsDevice(string part) => Devices.Contains(part.Split('.')[0].TrimEnd());

    private PackageException Refused(ZipArchiveEntry entry, string why)
    {
        var shown = string.Concat(entry.FullName.Take(120).Select(static c => char.IsControl(c) ? '?' : c));
        return new PackageException($"{archive} is refused: its entry '{shown}' {why}. Nothing was unpacked.");
    }
}
