using System.Text.Json;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>The folder one installation works in. What is in it counts for nothing until the journal is.</summary>
internal sealed class StagingFolder : IDisposable
{
    private const string ContentName = "content";

    private StagingFolder(string path) => Folder = path;

    public string Folder { get; }

    public string Content => System.IO.Path.Combine(Folder, ContentName);

    /// <summary>A free name of the exchange.</summary>
    public string Aside => System.IO.Path.Combine(Folder, "aside");

    public string JournalFile => System.IO.Path.Combine(Folder, InstallJournal.FileName);

    public static StagingFolder Create(InstallPaths paths)
    {
        var staging = new StagingFolder(System.IO.Path.Combine(paths.Staging, Guid.NewGuid().ToString("N")));
        StatePaths.CreatePrivate(staging.Content);
        return staging;
    }

    /// <summary>What installations that were cut off have left.</summary>
    public static IReadOnlyList<StagingFolder> Left(InstallPaths paths) => Directory.Exists(paths.Staging)
        ? [.. Directory.EnumerateDirectories(paths.Staging).Order(StringComparer.Ordinal).Select(static path => new StagingFolder(path))]
        : [];

    public string File(string name) => System.IO.Path.Combine(Folder, name);

    public async Task WriteJournalAsync(InstallJournal journal, CancellationToken cancellationToken)
    {
        FlushTree(Content);
        await AtomicFile.WriteAsync(JournalFile, JsonSerializer.SerializeToUtf8Bytes(journal, PackagesJsonContext.Default.InstallJournal), cancellationToken: cancellationToken);
        DirectoryFlush.Flush(System.IO.Path.GetDirectoryName(Folder)!);
    }

    /// <returns>Null where there is none.</returns>
    public InstallJournal? ReadJournal()
    {
        if (!System.IO.File.Exists(JournalFile))
            return null;
        try
        {
            return JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(JournalFile), PackagesJsonContext.Default.InstallJournal);
        }
        catch (JsonException)
        {
            // It is written in one step; one that does not parse is none of ours.
            return null;
        }
    }

    /// <summary>Removes it unless it is decided: then it is needed until that is carried out.</summary>
    public void Dispose()
    {
        if (!System.IO.File.Exists(JournalFile))
            Delete();
    }

    /// <summary>Removes it; the journal first, since without the rest it would have nothing to go by.</summary>
    public void Delete()
    {
        try
        {
            System.IO.File.Delete(JournalFile);
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next installation tries again.
        }
    }

    private static void FlushTree(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            DirectoryFlush.Flush(below);
        DirectoryFlush.Flush(folder);
    }
}
