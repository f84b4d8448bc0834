using System.Security.Cryptography;
using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>Compares a folder with what the lock file says of it, byte for byte.</summary>
internal static class FolderContent
{
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <returns>Null when they are the same, else the first difference.</returns>
    public static string? Difference(string folder, LockedPlugin locked)
    {
        try
        {
            var found = 0;
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", All))
            {
                var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                if (entry.LinkTarget is not null)
                    return $"{path} is a link";
                if (entry is not FileInfo file || path == InstallPaths.MarkerName)
                    continue;
                if (!locked.Files.TryGetValue(path, out var expected))
                    return $"{path} was added";
                if (file.Length != expected.Length || SumOf(file.FullName) != expected.Sha512)
                    return $"{path} was changed";
                found++;
            }

            return found == locked.Files.Count
                ? null
                : $"{locked.Files.Keys.First(path => !File.Exists(Path.Combine(folder, path)))} is missing";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read ({error.Message})";
        }
    }

    private static string SumOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToBase64String(SHA512.HashData(stream));
    }
}
