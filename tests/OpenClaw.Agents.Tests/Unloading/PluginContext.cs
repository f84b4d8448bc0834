using System.Reflection;
using System.Runtime.Loader;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.Unloading;

/// <summary>Loads one plugin assembly apart, as a host does; everything else is shared.</summary>
internal sealed class PluginContext(string assemblyName) : AssemblyLoadContext(assemblyName, isCollectible: true)
{
    public IPlugin Create()
    {
        var assembly = LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"));
        return (IPlugin)Activator.CreateInstance(assembly.GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IPlugin))))!;
    }

    protected override Assembly? Load(AssemblyName name) => null;
}
