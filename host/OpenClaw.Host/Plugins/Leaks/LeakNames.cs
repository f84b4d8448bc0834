using System.Reflection;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>How fields and types are written in a path.</summary>
internal static class LeakNames
{
    private const int MaxLength = 200;

    /// <summary>A property's field goes by the name of the property.</summary>
    public static string Of(FieldInfo field) =>
        field.Name.StartsWith('<') && field.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? field.Name[1..end] : field.Name;

    public static string Of(Type type)
    {
        var name = type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(static argument => argument.Name))}>"
            : type.FullName ?? type.Name;
        return name.Length <= MaxLength ? name : name[..MaxLength];
    }
}
