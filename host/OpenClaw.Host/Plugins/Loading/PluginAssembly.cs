using System.Reflection;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>Loads an entry assembly and finds its entry type; a mismatch shows here and not in the middle of a conversation.</summary>
internal static class PluginAssembly
{
    private const int MaxNamedCauses = 3;

    public static Type LoadEntryType(PluginLoadContext context, string path, PluginManifest manifest)
    {
        var assembly = Load(context, path, manifest);
        var types = TouchEveryType(assembly, manifest);
        return manifest.EntryType is { } name ? Named(types, name, manifest) : Single(types, manifest);
    }

    private static Assembly Load(PluginLoadContext context, string path, PluginManifest manifest)
    {
        try
        {
            return context.LoadFromAssemblyPath(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or FileLoadException or FileNotFoundException)
        {
            throw new PluginLoadException($"entryAssembly = '{manifest.EntryAssembly}': it is not an assembly this gateway can load ({exception.Message}) Build it for .NET {Environment.Version.Major}.");
        }
    }

    private static Type[] TouchEveryType(Assembly assembly, PluginManifest manifest)
    {
        var context = (PluginLoadContext)System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly)!;
        List<string> causes = [];
        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            try
            {
                context.LoadFromAssemblyName(reference);
            }
            catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
            {
                causes.Add($"{reference.Name} {reference.Version}: {exception.Message}");
            }
        }

        if (causes.Count > 0)
            throw Mismatch(manifest, causes, "Publish the plugin with its dependencies (dotnet publish) and install that folder.");
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            causes.AddRange(exception.LoaderExceptions.OfType<Exception>().Select(static cause => cause.Message).Distinct(StringComparer.Ordinal));
            throw Mismatch(manifest, causes, $"Build it against OpenClaw.Abstractions {ContractVersion.Current}.");
        }
    }

    private static Type Named(Type[] types, string name, PluginManifest manifest)
    {
        var type = Array.Find(types, type => type.FullName == name)
            ?? throw new PluginLoadException($"entryType = '{name}': {manifest.EntryAssembly} has no such type. Write the full name, with its namespace.");
        return Check(type);
    }

    private static Type Single(Type[] types, PluginManifest manifest)
    {
        var entries = Array.FindAll(types, static type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPlugin)));
        return entries.Length == 1
            ? Check(entries[0])
            : throw new PluginLoadException(entries.Length == 0
                ? $"{manifest.EntryAssembly} has no class that implements IPlugin. Add one, or name another entryAssembly."
                : $"{manifest.EntryAssembly} has {entries.Length} classes that implement IPlugin. Name one of them as entryType.");
    }

    private static Type Check(Type type) =>
        type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IPlugin)) && type.GetConstructor(Type.EmptyTypes) is not null
            ? type
            : throw new PluginLoadException($"entryType = '{type.FullName}': it must be a class that implements IPlugin and has a public constructor without parameters.");

    private static PluginLoadException Mismatch(PluginManifest manifest, List<string> causes, string fix)
    {
        var more = causes.Count > MaxNamedCauses ? $" (and {causes.Count - MaxNamedCauses} more)" : "";
        return new PluginLoadException($"{manifest.EntryAssembly} cannot be used: {string.Join(" ", causes.Take(MaxNamedCauses))}{more} {fix}");
    }
}
