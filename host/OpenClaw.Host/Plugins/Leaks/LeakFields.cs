using System.Reflection;
using System.Runtime.CompilerServices;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>What an object refers to, by reflection: fields, and the items of arrays.</summary>
internal sealed class LeakFields
{
    private const int MaxItems = 20_000;

    private const BindingFlags Instances = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<Type, FieldInfo[]> _fields = [];

    public IEnumerable<(string Name, object Value)> Of(object owner)
    {
        if (owner is Array items)
            return OfArray(items);
        // What is behind a weak reference, or belongs to reflection itself, is not held by it.
        return owner is WeakReference or MemberInfo or Assembly or Module or Pointer ? [] : OfObject(owner);
    }

    private IEnumerable<(string Name, object Value)> OfObject(object owner)
    {
        foreach (var field in FieldsOf(owner.GetType()))
        {
            if (Read(field, owner) is { } value)
                yield return (LeakNames.Of(field), value);
        }
    }

    private static IEnumerable<(string Name, object Value)> OfArray(Array items)
    {
        var type = items.GetType().GetElementType()!;
        if (items.Rank != 1 || !MayRefer(type))
            yield break;
        for (var index = 0; index < Math.Min(items.Length, MaxItems); index++)
        {
            if (items.GetValue(index) is { } value)
                yield return ($"[{index}]", value);
        }
    }

    private FieldInfo[] FieldsOf(Type type)
    {
        if (_fields.TryGetValue(type, out var known))
            return known;
        List<FieldInfo> fields = [];
        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
            fields.AddRange(current.GetFields(Instances).Where(static field => MayRefer(field.FieldType)));
        // Not remembered for types that may be the plugin's: this search must not hold them either.
        return type.IsCollectible ? [.. fields] : _fields[type] = [.. fields];
    }

    private static bool MayRefer(Type type) =>
        !type.IsPrimitive && !type.IsPointer && !type.IsFunctionPointer && !type.IsEnum && !type.IsByRefLike && type != typeof(string)
        && type != typeof(decimal) && type != typeof(Guid) && type != typeof(DateTime) && type != typeof(TimeSpan)
        && (!type.IsValueType || RefersInside(type));

    private static bool RefersInside(Type type) => type.IsGenericType || (bool)ContainsReferences.MakeGenericMethod(type).Invoke(null, null)!;

    private static readonly MethodInfo ContainsReferences = typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!;

    private static object? Read(FieldInfo field, object owner)
    {
        try
        {
            return field.GetValue(owner);
        }
        catch (Exception)
        {
            // Some fields of the runtime's cannot be read by reflection.
            return null;
        }
    }
}
