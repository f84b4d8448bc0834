namespace OpenClaw.Host.Plugins.Packages.Extraction;

/// <summary>Counts what really comes out of the archives of one plugin, and ends it when it is more than any plugin has.</summary>
internal sealed class UnpackBudget(PackageLimits limits)
{
    private long _total;
    private int _files;

    public void BeginFile(string archive)
    {
        if (++_files > limits.MaxEntries)
            throw new PackageException($"{archive} holds more than {limits.MaxEntries} files.");
    }

    public void Take(int bytes) => _total += bytes;

    /// <param name="unpacked">Of this archive so far.</param>
    /// <param name="packed">Its own bytes.</param>
    /// <param name="archive">Its name.</param>
    public void Check(long unpacked, long packed, string archive)
    {
        Check(unpacked, packed, archive, limits);
        Check(_total, long.MaxValue, archive, limits);
    }

    public static void Check(long unpacked, long packed, string archive, PackageLimits limits)
    {
        if (unpacked > limits.MaxUnpackedBytes)
            throw new PackageException($"{archive} unpacks to more than {limits.MaxUnpackedBytes >> 20} MiB.");
        if (unpacked > limits.RatioFreeBytes && unpacked / limits.MaxRatio > packed)
            throw new PackageException($"{archive} unpacks to more than {limits.MaxRatio} times its size, as no plugin does.");
    }
}
