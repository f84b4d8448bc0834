using System.IO.Compression;
using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>An opened package whose directory, names and nuspec were checked.</summary>
internal sealed class PackageArchive : IDisposable
{
    private const string NuspecExtension = ".nuspec";

    private readonly ZipArchive _zip;

    private PackageArchive(string path, FileStream stream, ZipArchive zip, PackageLimits limits)
    {
        _zip = zip;
        Name = Path.GetFileName(path);
        Stream = stream;
        Directory = ZipDirectory.Read(stream, Name, limits);
        var names = new EntryNames(Name, limits);
        Files = [.. zip.Entries.Select(entry => names.Accept(entry) is { } name ? new PackageFile(name, entry) : null).OfType<PackageFile>()];
        CheckSize(limits);
        Nuspec = ReadNuspec(limits);
    }

    public string Name { get; }

    public Stream Stream { get; }

    public ZipDirectory Directory { get; }

    public IReadOnlyList<PackageFile> Files { get; }

    public Nuspec Nuspec { get; }

    public static PackageArchive Open(string path, PackageLimits limits)
    {
        FileStream? stream = null;
        ZipArchive? zip = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            // Before the library reads as many lines as there are.
            _ = ZipDirectory.Read(stream, Path.GetFileName(path), limits);
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new PackageArchive(path, stream, zip, limits);
        }
        catch (Exception error)
        {
            zip?.Dispose();
            stream?.Dispose();
            if (error is InvalidDataException or EndOfStreamException)
                throw new PackageException($"{Path.GetFileName(path)} is damaged: {error.Message}", error);
            if (error is IOException or UnauthorizedAccessException)
                throw new PackageException($"{path} cannot be read: {error.Message}", error);
            throw;
        }
    }

    public PackageFile? Find(string path) => Files.FirstOrDefault(file => file.Path.Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a package that is not the one that was asked for.</summary>
    public void RequireIs(string id, NuGetVersion version, string source)
    {
        if (!Nuspec.Id.Equals(id, StringComparison.OrdinalIgnoreCase) || Nuspec.Version != version)
            throw new PackageException($"{source} was asked for {id} {version} and sent {Nuspec.Id} {Nuspec.Version}. Nothing of it is installed.");
    }

    public static byte[] ReadBounded(PackageFile file, long most, string what)
    {
        using var content = file.Entry.Open();
        var buffer = new byte[Math.Min(most, Math.Max(file.Entry.Length, 0)) + 1];
        var length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length < buffer.Length ? buffer[..length] : throw new PackageException($"{what} is larger than it says, or than {most >> 10} KiB.");
    }

    public void Dispose()
    {
        _zip.Dispose();
        Stream.Dispose();
    }

    // What the entries say; what they really are is counted while they are unpacked.
    private void CheckSize(PackageLimits limits)
    {
        var total = 0L;
        foreach (var file in Files)
        {
            total += file.Entry.Length;
            UnpackBudget.Check(total, Stream.Length, Name, limits);
        }
    }

    private Nuspec ReadNuspec(PackageLimits limits)
    {
        var candidates = Files.Where(static file => !file.Path.Contains('/', StringComparison.Ordinal) && file.Path.EndsWith(NuspecExtension, StringComparison.OrdinalIgnoreCase)).ToList();
        return candidates is [var only]
            ? NuspecReader.Read(ReadBounded(only, limits.MaxNuspecBytes, $"The nuspec of {Name}"), Name)
            : throw new PackageException($"{Name} is no package: it has {candidates.Count} nuspec files, one is needed.");
    }
}
