using System.Reflection;
using System.Runtime.Loader;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>
/// Resolves the assemblies of one generation: shared names come from the host, everything else from the plugin's own folder
/// and never from the host's private dependencies. It decides nothing else.
/// </summary>
internal sealed class PluginLoadContext(string pluginId, int generation, string entryAssembly, NativeLibraries nativeLibraries)
    : AssemblyLoadContext($"{pluginId}#{generation}", isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(entryAssembly);

    public string PluginId { get; } = pluginId;

    public int Generation { get; } = generation;

    /// <summary>Of the assemblies that are loaded by now.</summary>
    public long SizeOnDisk => Assemblies.Where(static assembly => assembly.Location.Length > 0).Sum(static assembly => new FileInfo(assembly.Location).Length);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (SharedAssemblies.Contains(assemblyName.Name))
            return null;
        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
            return LoadFromAssemblyPath(path);
        // A culture without translations is the ordinary case.
        if (!string.IsNullOrEmpty(assemblyName.CultureName))
            return null;
        throw new FileNotFoundException($"{assemblyName.Name} {assemblyName.Version} is not in the folder of plugin {PluginId}.", assemblyName.Name);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) ?? nativeLibraries.Probe(unmanagedDllName);
        if (path is null)
            return nint.Zero;
        var handle = LoadUnmanagedDllFromPath(path);
        nativeLibraries.Keep(handle);
        return handle;
    }
}
