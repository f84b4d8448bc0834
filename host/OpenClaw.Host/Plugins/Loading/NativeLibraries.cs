using System.Runtime.InteropServices;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>
/// Native libraries of one generation. The runtime does not unmap them when a load context dies, so their handles are kept
/// apart from the context and freed once it is proven gone.
/// </summary>
internal sealed class NativeLibraries(string folder)
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".dll", ""] : OperatingSystem.IsMacOS() ? [".dylib", ""] : [".so", ""];

    private readonly Lock _lock = new();
    private readonly List<nint> _handles = [];

    public void Keep(nint handle)
    {
        lock (_lock)
            _handles.Add(handle);
    }

    public void FreeAll()
    {
        lock (_lock)
        {
            foreach (var handle in _handles)
                NativeLibrary.Free(handle);
            _handles.Clear();
        }
    }

    /// <summary>Looks where the dependency resolver does not: files copied as content, without an entry in deps.json.</summary>
    public string? Probe(string name)
    {
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0)
            return null;
        string[] folders = [folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")];
        return (from candidate in folders
                from prefix in (string[])["", "lib"]
                from suffix in Suffixes
                let path = Path.Combine(candidate, $"{prefix}{name}{suffix}")
                where File.Exists(path)
                select path).FirstOrDefault();
    }
}
