using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.Loader;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>
/// Removes the types of one generation from tables of the framework that forget nobody and offer no way to ask for it. The
/// tables are private: one that a later runtime renames is not swept, and the plugin shows as leaked instead.
/// </summary>
internal static class TypeTableSweeper
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private const BindingFlags Instances = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    // A chain of description providers is a handful of nodes; a loop in it would be a fault of the runtime's.
    private const int MaxChain = 32;

    private static readonly Type? ReflectProvider = typeof(TypeDescriptor).Assembly.GetType("System.ComponentModel.ReflectTypeDescriptionProvider");
    private static readonly Type? ValidationStore = typeof(Validator).Assembly.GetType("System.ComponentModel.DataAnnotations.ValidationAttributeStore");

    public static void Sweep(string pluginId, int generation)
    {
        try
        {
            // Hashtables are only read: their locks are out of reach, and the framework's own handler clears them (CacheSweeper).
            foreach (var table in Tables().Where(static table => table is not Hashtable))
                Sweep(table, pluginId, generation);
        }
        catch (InvalidOperationException)
        {
            // A table changed while it was read; the next round tries again.
        }
    }

    private static void Sweep(IDictionary table, string pluginId, int generation)
    {
        // The validation store locks its table by itself; the others are concurrent.
        lock (table)
        {
            object[] keys = [.. table.Keys.Cast<object>().Where(key => key is Type type && Belongs(type, pluginId, generation))];
            foreach (var key in keys)
                table.Remove(key);
        }
    }

    private static bool Belongs(Type type, string pluginId, int generation) =>
        type.IsCollectible
        && (AssemblyLoadContext.GetLoadContext(type.Assembly) is PluginLoadContext context
            ? context.PluginId == pluginId && context.Generation == generation
            : type.IsGenericType && type.GetGenericArguments().Any(argument => Belongs(argument, pluginId, generation)));

    private static IEnumerable<IDictionary> Tables()
    {
        IDictionary[] descriptors = [.. Of(typeof(TypeDescriptor), Statics, instance: null)];
        object[] nodes = [.. descriptors.SelectMany(static table => table.Values.Cast<object?>()).OfType<object>()];
        return
        [
            .. descriptors,
            .. ReflectProvider is null ? [] : Of(ReflectProvider, Statics, instance: null),
            .. nodes.SelectMany(Chain).Distinct().SelectMany(static node => Of(node.GetType(), Instances, node)),
            .. ValidationStore?.GetProperty("Instance", Statics)?.GetValue(null) is { } store ? Of(ValidationStore, Instances, store) : [],
        ];
    }

    /// <summary>The providers behind one node of the descriptor's table.</summary>
    private static IEnumerable<object> Chain(object node)
    {
        object? current = node;
        for (var step = 0; step < MaxChain && current is not null && current.GetType().Assembly == typeof(TypeDescriptor).Assembly; step++)
        {
            if (Member(current, "Provider") is { } provider)
                yield return provider;
            current = Member(current, "Next");
        }
    }

    private static object? Member(object node, string name) => node.GetType().GetField(name, Instances)?.GetValue(node);

    private static IEnumerable<IDictionary> Of(Type type, BindingFlags flags, object? instance) =>
        type.Assembly.IsCollectible
            ? []
            : type.GetFields(flags)
                .Where(static field => field.FieldType.IsAssignableTo(typeof(IDictionary)))
                .Select(field => field.GetValue(instance))
                .OfType<IDictionary>();
}
