using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>Lists what plugins can see of an assembly, one line each, in a fixed order.</summary>
internal static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var line in Members(type).Select(member => ApiMember.Describe(type, member)).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Members a plugin can use, without those the compiler adds.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared)
        .Where(member => member is not Type && IsVisible(member) && !IsSynthesised(member));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => IsVisible((property.GetMethod ?? property.SetMethod)!),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => true,
    };

    private static bool IsSynthesised(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || member.Name is "EqualityContract" or "value__"
        || (member is MethodInfo { IsSpecialName: true } method && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || (member is ConstructorInfo copy && copy.GetParameters() is [var only] && only.ParameterType == member.DeclaringType);

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => type.IsDefined(typeof(FlagsAttribute)) ? "flags enum" : "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var inherited = type.GetInterfaces().Where(face => face.Name != "IEquatable`1" && !type.IsEnum).Select(TypeNames.Of).Order(StringComparer.Ordinal);
        var bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [TypeNames.Of(parent)] : Array.Empty<string>();
        var list = string.Join(", ", bases.Concat(type.BaseType == typeof(Exception) || typeof(Exception).IsAssignableFrom(type) ? [] : inherited));
        return $"{kind} {type.Namespace}.{TypeNames.Of(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }
}
