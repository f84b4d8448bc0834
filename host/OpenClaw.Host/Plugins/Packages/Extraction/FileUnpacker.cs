using System.Security.Cryptography;
using OpenClaw.Host.Plugins.Packages.LockFile;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>Writes the files of a plugin into its staging folder, through to the disk, and sums them up on the way.</summary>
internal sealed class FileUnpacker(string folder, PackageLimits limits)
{
    private const int BufferBytes = 81_920;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly UnpackBudget _budget = new(limits);
    private readonly SortedDictionary<string, LockedFile> _written = new(StringComparer.Ordinal);

    /// <summary>What was laid out, by path.</summary>
    public IReadOnlyDictionary<string, LockedFile> Written => _written;

    public async Task UnpackAsync(PackageArchive archive, IReadOnlyList<LaidOutFile> files, CancellationToken cancellationToken)
    {
        var unpacked = 0L;
        foreach (var file in files)
        {
            _budget.BeginFile(archive.Name);
            var sum = new Crc32();
            await using var content = file.Source.Entry.Open();
            var written = await WriteAsync(
                file.Target,
                content,
                read =>
                {
                    sum.Append(read.Span);
                    unpacked += read.Length;
                    _budget.Take(read.Length);
                    _budget.Check(unpacked, archive.Stream.Length, archive.Name);
                },
                archive.Name,
                cancellationToken);
            if (written.Length != file.Source.Entry.Length || sum.Value != file.Source.Entry.Crc32)
                throw new PackageException($"{archive.Name} is damaged: {file.Target} is not what its directory says.");
        }
    }

    /// <summary>Copies a plain plugin folder.</summary>
    public async Task CopyAsync(string source, CancellationToken cancellationToken)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos("*", all))
        {
            if (entry.LinkTarget is not null)
                throw new PackageException($"{entry.FullName} is a link. A plugin folder holds its files themselves.");
            if (entry is not FileInfo file)
                continue;
            _budget.BeginFile(source);
            await using var content = file.OpenRead();
            await WriteAsync(
                Path.GetRelativePath(source, file.FullName).Replace('\\', '/'),
                content,
                read =>
                {
                    _budget.Take(read.Length);
                    _budget.Check(0, long.MaxValue, source);
                },
                source,
                cancellationToken);
        }
    }

    private async Task<LockedFile> WriteAsync(string target, Stream content, Action<ReadOnlyMemory<byte>> count, string origin, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(Path.Combine(folder, target.Replace('/', Path.DirectorySeparatorChar)));
        // The names were checked; this is the same question asked of the file system.
        if (!path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new PackageException($"{origin} is refused: '{target}' leads out of the plugin's folder.");
        if (_written.ContainsKey(target) || File.Exists(path))
            throw new PackageException($"{target} comes from {origin} and from another package of the same plugin. The plugin has to bring one of them itself.");
        StatePaths.CreatePrivate(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            count(buffer.AsMemory(0, read));
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return _written[target] = new LockedFile(file.Length, Convert.ToBase64String(hash.GetHashAndReset()));
    }
}
