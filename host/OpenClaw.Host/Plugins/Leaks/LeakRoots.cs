using System.Reflection;
using System.Runtime.Loader;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>
/// Where a search begins: statics of the framework that are known to outlive plugins, all of the gateway's own, and what its
/// container holds. Only named types are read, because reading a static runs the initializer of its type.
/// </summary>
internal static class LeakRoots
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string OwnPrefix = "OpenClaw";
    private const string OwnName = "openclaw";

    private static readonly string[] Framework =
    [
        "System.Threading.TimerQueue, System.Private.CoreLib",
        "System.AppDomain, System.Private.CoreLib",
        "System.AppContext, System.Private.CoreLib",
        "System.Runtime.Loader.AssemblyLoadContext, System.Private.CoreLib",
        "System.Threading.Tasks.TaskScheduler, System.Private.CoreLib",
        "System.Diagnostics.Tracing.EventListener, System.Private.CoreLib",
        "System.Threading.ThreadPool, System.Private.CoreLib",
        "System.Runtime.InteropServices.PosixSignalRegistration, System.Private.CoreLib",
        "System.Console, System.Console",
        "System.Diagnostics.Metrics.Meter, System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.Metrics.MeterListener, System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.ActivitySource, System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.Activity, System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.DiagnosticListener, System.Diagnostics.DiagnosticSource",
        "System.ComponentModel.TypeDescriptor, System.ComponentModel.TypeConverter",
        "System.ComponentModel.ReflectTypeDescriptionProvider, System.ComponentModel.TypeConverter",
        "System.Text.Json.JsonSerializerOptions, System.Text.Json",
        "System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver, System.Text.Json",
        "System.ComponentModel.DataAnnotations.ValidationAttributeStore, System.ComponentModel.Annotations",
        "NLog.LogManager, NLog",
        "System.Net.Http.HttpClient, System.Net.Http",
        "System.Net.Sockets.SocketAsyncEngine, System.Net.Sockets",
    ];

    // All of whose statics are tables of call sites and types.
    private static readonly string[] WholeAssemblies = ["Microsoft.CSharp"];

    /// <returns>Objects, each with the name of its place.</returns>
    public static IEnumerable<(string Name, object Value)> OfFramework()
    {
        foreach (var timer in LeakTimers.All())
            yield return ("TimerQueue", timer);
        foreach (var name in Framework)
        {
            if (Loaded(name) is { } type)
            {
                foreach (var root in Of(type))
                    yield return root;
            }
        }

        yield return ("AssemblyLoadContext.Default", AssemblyLoadContext.Default);
    }

    /// <summary>Runs initializers that have not run yet, so it comes second.</summary>
    /// <returns>Objects, each with the name of its place.</returns>
    public static IEnumerable<(string Name, object Value)> OfGateway(IServiceProvider? services)
    {
        foreach (var assembly in AssemblyLoadContext.Default.Assemblies.Where(IsSearched))
        {
            foreach (var root in TypesOf(assembly).Where(static type => !type.ContainsGenericParameters).SelectMany(Of))
                yield return root;
        }

        if (services is not null)
            yield return ("the gateway's services", services);
    }

    /// <summary>Whether code is the gateway's.</summary>
    public static bool IsOwn(Assembly assembly) =>
        assembly.GetName().Name is { } name && (name.StartsWith(OwnPrefix, StringComparison.Ordinal) || name == OwnName);

    private static bool IsSearched(Assembly assembly) =>
        IsOwn(assembly) || WholeAssemblies.Contains(assembly.GetName().Name, StringComparer.Ordinal);

    // Never loads an assembly: what is not loaded holds nothing.
    private static Type? Loaded(string name)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        var assembly = AssemblyLoadContext.Default.Assemblies.FirstOrDefault(one => one.GetName().Name == name[(comma + 2)..]);
        return assembly?.GetType(name[..comma]);
    }

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }

    private static IEnumerable<(string Name, object Value)> Of(Type type)
    {
        foreach (var field in type.GetFields(Statics).Where(static field => !field.IsLiteral && !field.FieldType.IsPrimitive && !field.FieldType.IsPointer && field.FieldType != typeof(string)))
        {
            if (Read(field) is { } value)
                yield return ($"{type.Name}.{LeakNames.Of(field)}", value);
        }
    }

    private static object? Read(FieldInfo field)
    {
        try
        {
            return field.GetValue(null);
        }
        catch (Exception)
        {
            // An initializer that fails, or a type that reflection may not read; it is no known holder then.
            return null;
        }
    }
}
