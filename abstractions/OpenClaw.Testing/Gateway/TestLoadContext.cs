using System.Reflection;
using System.Runtime.Loader;
using OpenClaw.Plugins;

namespace OpenClaw.Testing.Gateway;

/// <summary>Loads one generation apart: the contract and the shared framework are the tests', everything else is the plugin's own.</summary>
internal sealed class TestLoadContext(string name, string entryAssembly) : AssemblyLoadContext(name, isCollectible: true)
{
    private static readonly HashSet<string> Frameworks = Shared();

    private readonly AssemblyDependencyResolver _resolver = new(entryAssembly);

    public IPlugin CreatePlugin(string? entryType)
    {
        var assembly = LoadFromAssemblyPath(entryAssembly);
        var type = entryType is null
            ? assembly.GetTypes().Single(static type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPlugin)))
            : assembly.GetType(entryType, throwOnError: true)!;
        return (IPlugin)Activator.CreateInstance(type)!;
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (Frameworks.Contains(name.Name!))
            return null;
        return _resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string name) =>
        _resolver.ResolveUnmanagedDllToPath(name) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;

    private static HashSet<string> Shared()
    {
        string[] folders = [Path.GetDirectoryName(typeof(object).Assembly.Location)!, Path.GetDirectoryName(typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location)!];
        var names = folders.SelectMany(static folder => Directory.GetFiles(folder, "*.dll")).Where(static file => !file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file)!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        names.Add(typeof(IPlugin).Assembly.GetName().Name!);
        return names;
    }
}
