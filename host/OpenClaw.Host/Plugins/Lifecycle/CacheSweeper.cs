using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// Empties the framework's caches of reflection data, which remember plugin types for the life of the process. It uses the
/// hot-reload contract: whoever caches by type announces a handler with ClearCache, so no internals are named here.
/// </summary>
internal static class CacheSweeper
{
    private const string ClearCache = "ClearCache";

    public static void Sweep()
    {
        foreach (var assembly in AssemblyLoadContext.Default.Assemblies)
        {
            foreach (var handler in HandlersOf(assembly))
                Clear(handler);
        }
    }

    private static IEnumerable<Type> HandlersOf(Assembly assembly)
    {
        try
        {
            return [.. assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>().Select(static attribute => attribute.HandlerType)];
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException or BadImageFormatException)
        {
            // An attribute of an assembly that is not shipped; it caches nothing then.
            return [];
        }
    }

    private static void Clear(Type handler)
    {
        try
        {
            handler.GetMethod(ClearCache, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])])?.Invoke(null, [null]);
        }
        catch (TargetInvocationException)
        {
            // A cache that cannot be emptied shows as a leak, not as a crash.
        }
    }
}
