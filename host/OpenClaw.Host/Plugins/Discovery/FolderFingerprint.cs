using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Plugins.Discovery;

/// <summary>Tells whether the files of a folder are the same as before: by their names, lengths and times, not by reading them.</summary>
internal static class FolderFingerprint
{
    // The same number a copy of the folder may have; what is beyond is refused there.
    private const int MaxFiles = 10_000;

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public static string Of(string folder)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", All).Take(MaxFiles).OrderBy(static file => file.FullName, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes(Line(folder, file)));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced at this moment; the next look finds another.
            return "unreadable";
        }
    }

    private static string Line(string folder, FileInfo file) => string.Create(
        CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, file.FullName)}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n");
}
