using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>
/// Carries a journal out: from the start, or from wherever it was cut off. Each step can be seen on disk, so doing it again is
/// harmless. Only called under the mutex.
/// </summary>
internal sealed class Activation(InstallPaths paths, LockFileStore store)
{
    /// <param name="staging">Where the journal lies.</param>
    /// <param name="journal">What is to be done.</param>
    /// <param name="report">Told about each step.</param>
    public async Task RunAsync(StagingFolder staging, InstallJournal journal, Action<InstallPhase>? report = null)
    {
        if (journal is { Entry: { } entry, Content: { } content })
            Switch(staging, journal, entry, Path.Combine(paths.Root, content), report);
        else
            Remove(staging, journal.PluginId, journal.Content is { } byHand ? Path.Combine(paths.Root, byHand) : null);

        DirectoryFlush.Flush(paths.Root);
        report?.Invoke(InstallPhase.Switched);
        var listed = store.Read();
        if (journal.Entry is { } added)
            listed.Plugins[journal.PluginId] = added;
        else
            listed.Plugins.Remove(journal.PluginId);
        await store.WriteAsync(listed, CancellationToken.None);
        report?.Invoke(InstallPhase.Recorded);
        staging.Delete();
    }

    /// <summary>Deletes the versions of a plugin that cannot be gone back to any more.</summary>
    public void DropPrevious(string id, LockedPlugin? entry)
    {
        var folder = paths.PreviousOf(id);
        if (!Directory.Exists(folder))
            return;
        var kept = entry?.Previous.Select(static one => one.Version).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var version in Directory.EnumerateDirectories(folder).Where(version => !kept.Contains(Path.GetFileName(version))))
            Directory.Delete(version, recursive: true);
        if (kept.Count == 0)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Finishes or throws away what was cut off.</summary>
    public async Task RecoverAsync()
    {
        foreach (var staging in StagingFolder.Left(paths))
        {
            if (staging.ReadJournal() is { } journal)
                await RunAsync(staging, journal);
            else
                staging.Dispose();
        }
    }

    private void Switch(StagingFolder staging, InstallJournal journal, LockedPlugin entry, string content, Action<InstallPhase>? report)
    {
        var plugin = paths.PluginOf(journal.PluginId);
        if (!Directory.Exists(plugin))
        {
            if (!Directory.Exists(content))
                throw new PackageException($"Neither {plugin} nor {content} is there any more, so {entry.PackageName} {entry.Version} cannot be installed. Remove {staging.Folder} and install again.");
            Directory.Move(content, plugin);
        }
        else if (Directory.Exists(content) && FolderContent.Difference(plugin, entry) is not null)
        {
            FolderExchange.Swap(content, plugin, staging.Aside);
        }

        report?.Invoke(InstallPhase.Exchanged);
        // The old one, under whichever name it was left.
        var old = Directory.Exists(staging.Aside) ? staging.Aside : content;
        if (journal.KeepAs is not { } keepAs || !Directory.Exists(old))
            return;
        var kept = Path.Combine(paths.Root, keepAs);
        if (kept == old)
            return;
        StatePaths.CreatePrivate(Path.GetDirectoryName(kept)!);
        if (Directory.Exists(kept))
            Directory.Delete(kept, recursive: true);
        Directory.Move(old, kept);
    }

    private void Remove(StagingFolder staging, string id, string? byHand)
    {
        var plugin = paths.PluginOf(id);
        // It is back in its place already.
        if (byHand is not null && !Directory.Exists(byHand))
            return;
        if (Directory.Exists(staging.Aside))
            Directory.Delete(staging.Aside, recursive: true);
        // In one step, so that nobody finds half of it.
        if (Directory.Exists(plugin))
            Directory.Move(plugin, staging.Aside);
        if (byHand is not null)
            Directory.Move(byHand, plugin);
    }
}
