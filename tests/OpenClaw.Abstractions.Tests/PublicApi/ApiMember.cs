using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>Writes one member as a line.</summary>
internal static class ApiMember
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Describe(Type type, MemberInfo member) => member switch
    {
        FieldInfo field when type.IsEnum => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : Static(field.IsStatic))}{TypeNames.Of(field.FieldType)} {field.Name}",
        PropertyInfo property => Describe(property),
        ConstructorInfo constructor => $".ctor({Parameters(constructor)})",
        MethodInfo method => Describe(method),
        _ => $"{member.MemberType} {member.Name}",
    };

    private static string Describe(PropertyInfo property)
    {
        var accessors = property.GetMethod is { IsPrivate: false, IsAssembly: false } ? "get; " : "";
        if (property.SetMethod is { IsPrivate: false, IsAssembly: false } setter)
            accessors += setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Static((property.GetMethod ?? property.SetMethod)!.IsStatic)}{required}{TypeNames.Of(Nullability.Create(property))} {property.Name} {{ {accessors}}}";
    }

    private static string Describe(MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Constraint))}>" : "";
        var body = method.DeclaringType!.IsInterface && !method.IsAbstract ? " = default body" : "";
        return $"{Static(method.IsStatic)}{TypeNames.Of(Nullability.Create(method.ReturnParameter))} {method.Name}{generics}({Parameters(method)}){body}";
    }

    private static string Constraint(Type parameter)
    {
        var kinds = parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>();
        var all = string.Join(" and ", kinds.Concat(parameter.GetGenericParameterConstraints().Select(TypeNames.Of)));
        return all.Length > 0 ? $"{parameter.Name}: {all}" : parameter.Name;
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{TypeNames.Of(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter)}" : "")}"));

    private static string Value(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : "";
}
