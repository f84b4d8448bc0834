using System.Reflection;

namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>The name a member has in the compiler's documentation file.</summary>
internal static class DocumentationId
{
    public static string Of(Type type) => $"T:{Name(type)}";

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
        MethodBase method => $"M:{Name(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{Arity(method)}{Parameters(method)}",
        _ => $"E:{Name(member.DeclaringType!)}.{member.Name}",
    };

    private static string Arity(MethodBase method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Parameters(MethodBase method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(parameter => Name(parameter.ParameterType)))})" : "";

    private static string Name(Type type)
    {
        if (type.IsGenericMethodParameter)
            return $"``{type.GenericParameterPosition}";
        if (type.IsByRef)
            return $"{Name(type.GetElementType()!)}@";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (!type.IsConstructedGenericType)
            return type.FullName!.Replace('+', '.');
        return $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}";
    }
}
