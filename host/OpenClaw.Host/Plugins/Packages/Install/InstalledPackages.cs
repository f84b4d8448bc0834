using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Packages.LockFile;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>What can be done with packages that are installed: remove, go back, pin. One at a time over all processes.</summary>
internal sealed class InstalledPackages(InstallPaths paths, PluginsConfig config, PackageLimits limits, TimeProvider time)
{
    private readonly LockFileStore _store = new(paths);

    public PluginLock Read() => _store.Read();

    /// <summary>The line of a plugin, by its id or that of its package.</summary>
    public static (string Id, LockedPlugin Entry) Require(PluginLock locked, string name)
    {
        // An id goes first: it is what lists show, and another plugin's package may have the same name.
        if (locked.Plugins.TryGetValue(name, out var own))
            return (name, own);
        foreach (var (id, entry) in locked.Plugins)
        {
            if (entry.PackageName.Equals(name, StringComparison.OrdinalIgnoreCase))
                return (id, entry);
        }

        var shown = string.Concat(name.Take(80).Select(static c => char.IsControl(c) ? '?' : c));
        throw new PackageException($"Plugin \"{shown}\" is not associated with a tracked package install. openclaw plugins list shows the plugins; those put there by hand are removed by removing their folder.");
    }

    public async Task<(string Id, LockedPlugin Removed)> RemoveAsync(string name, bool keepFiles, CancellationToken cancellationToken)
    {
        using var mutex = await BeginAsync(cancellationToken);
        var (id, entry) = Require(_store.Read(), name);
        if (keepFiles)
        {
            // Before the line goes: without the mark the folder is one that was put there by hand.
            File.Delete(Path.Combine(paths.PluginOf(id), InstallPaths.MarkerName));
            await ChangeAsync(locked => locked.Plugins.Remove(id));
        }
        else
        {
            await CarryOutAsync(new InstallJournal { PluginId = id });
        }

        new Activation(paths, _store).DropPrevious(id, entry: null);
        return (id, entry);
    }

    /// <summary>Puts the newest earlier version back in place; the present one becomes the earlier one.</summary>
    public async Task<(string Id, LockedPlugin From, LockedPlugin To)> RollBackAsync(string name, CancellationToken cancellationToken)
    {
        using var mutex = await BeginAsync(cancellationToken);
        var (id, present) = Require(_store.Read(), name);
        if (present.Previous.Count == 0)
            throw new PackageException($"There is no earlier version of {id} to go back to; {present.Version} is the only one that is kept.");
        var to = present.Previous[0] with { Pinned = present.Pinned, Previous = [present with { Previous = [] }, .. present.Previous.Skip(1)] };
        await GoBackAsync(id, to, paths.PreviousOf(id, present.Version));
        return (id, present, to);
    }

    /// <summary>Takes back an installation that turned out not to work, as if it had never been.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="before">What was there; null for a first installation.</param>
    public async Task UndoAsync(string id, LockedPlugin? before)
    {
        using var mutex = await BeginAsync(CancellationToken.None);
        if (before is null)
            await CarryOutAsync(new InstallJournal { PluginId = id, Content = Directory.Exists(paths.ByHandOf(id)) ? Path.GetRelativePath(paths.Root, paths.ByHandOf(id)) : null });
        else
            await GoBackAsync(id, before, keepAs: null);
        new Activation(paths, _store).DropPrevious(id, before);
    }

    /// <summary>Forgets what no undo needs any more.</summary>
    public async Task ConfirmAsync(string id)
    {
        using var mutex = await BeginAsync(CancellationToken.None);
        if (_store.Read().Plugins.GetValueOrDefault(id) is { } entry)
            new Activation(paths, _store).DropPrevious(id, entry);
    }

    public async Task<(string Id, LockedPlugin Entry)> PinAsync(string name, bool pinned, CancellationToken cancellationToken)
    {
        using var mutex = await BeginAsync(cancellationToken);
        var (id, entry) = Require(_store.Read(), name);
        var changed = entry with { Pinned = pinned };
        await ChangeAsync(locked => locked.Plugins[id] = changed);
        return (id, changed);
    }

    private async Task GoBackAsync(string id, LockedPlugin to, string? keepAs)
    {
        var content = paths.PreviousOf(id, to.Version);
        if (FolderContent.Difference(content, to) is { } difference)
            throw new PackageException($"Version {to.Version} of {id} cannot be gone back to: in {content}, {difference}. Install it again: openclaw plugins install {to.PackageName} --version {to.Version} --allow-downgrade.");
        await CarryOutAsync(new InstallJournal
        {
            PluginId = id,
            Content = Path.GetRelativePath(paths.Root, content),
            KeepAs = keepAs is null ? null : Path.GetRelativePath(paths.Root, keepAs),
            Entry = to with { Stamp = FolderFingerprint.Of(content), Previous = [.. to.Previous.Take(config.KeepPrevious)] },
        });
    }

    private async Task<InstallMutex> BeginAsync(CancellationToken cancellationToken)
    {
        var mutex = await InstallMutex.AcquireAsync(paths, limits.LockPatience, time, cancellationToken);
        try
        {
            await new Activation(paths, _store).RecoverAsync();
            return mutex;
        }
        catch
        {
            mutex.Dispose();
            throw;
        }
    }

    private async Task CarryOutAsync(InstallJournal journal)
    {
        using var staging = StagingFolder.Create(paths);
        await staging.WriteJournalAsync(journal, CancellationToken.None);
        await new Activation(paths, _store).RunAsync(staging, journal);
    }

    private async Task ChangeAsync(Action<PluginLock> change)
    {
        var locked = _store.Read();
        change(locked);
        await _store.WriteAsync(locked, CancellationToken.None);
    }
}
