using System.Reflection;
using System.Runtime.Loader;
using OpenClaw.Plugins;

namespace OpenClaw.Sdk;

/// <summary>Loads a built plugin to look at its settings record: the contract and the framework are this tool's, the rest is the plugin's.</summary>
internal sealed class SettingsLoadContext(string assembly) : AssemblyLoadContext("settings", isCollectible: false)
{
    private static readonly string Contract = typeof(IPlugin).Assembly.GetName().Name!;

    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName name) =>
        name.Name != Contract && _resolver.ResolveAssemblyToPath(name) is { } path ? LoadFromAssemblyPath(path) : null;
}
