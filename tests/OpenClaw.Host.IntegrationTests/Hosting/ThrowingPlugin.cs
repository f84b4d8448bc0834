using System.Reflection;
using System.Reflection.Emit;
using OpenClaw.Plugins;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>A plugin that cannot even be made, written as an assembly of its own.</summary>
internal static class ThrowingPlugin
{
    public const string Complaint = "this plugin cannot be made";

    private const string Name = "Throwing";

    public static void Install(GatewayFolder folder)
    {
        var plugin = folder.AddPlugin("throwing", $$"""
            {
              "id": "throwing",
              "name": "Throws",
              "version": "1.0.0",
              "contract": { "min": "1.0.0", "max": "2.0.0" },
              "entryAssembly": "{{Name}}.dll",
              "entryType": "{{Name}}",
              "kinds": ["tool"]
            }
            """);
        Emit().Save(Path.Combine(plugin, $"{Name}.dll"));
    }

    private static PersistedAssemblyBuilder Emit()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Name) { Version = new(1, 0, 0, 0) }, typeof(object).Assembly);
        var type = assembly.DefineDynamicModule(Name).DefineType(
            Name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(object), [typeof(IPlugin)]);

        var made = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, []).GetILGenerator();
        made.Emit(OpCodes.Ldstr, Complaint);
        made.Emit(OpCodes.Newobj, typeof(InvalidOperationException).GetConstructor([typeof(string)])!);
        made.Emit(OpCodes.Throw);

        var configure = type.DefineMethod(
            nameof(IPlugin.Configure), MethodAttributes.Public | MethodAttributes.Virtual, typeof(void), [typeof(IPluginBuilder)]);
        configure.GetILGenerator().Emit(OpCodes.Ret);
        type.CreateType();
        return assembly;
    }
}
