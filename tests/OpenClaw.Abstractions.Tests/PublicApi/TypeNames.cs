using System.Reflection;

namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>Writes types the way C# does, nullability included.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Of(inner)}?";
        if (type.IsGenericType)
            return $"{PlainName(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
        return Keywords.GetValueOrDefault(type, type.Name);
    }

    public static string Of(NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable ? "?" : "";
        if (Nullable.GetUnderlyingType(info.Type) is { } inner)
            return $"{Of(inner)}?";
        return info.Type.IsGenericType
            ? $"{PlainName(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}"
            : Of(info.Type) + mark;
    }

    private static string PlainName(Type type) => type.Name.Split('`')[0];
}
