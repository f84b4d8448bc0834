using Microsoft.CodeAnalysis;

namespace OpenClaw.Analyzers;

/// <summary>Asks what rules ask of symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>The full name without type arguments, for example <c>System.Threading.Tasks.Task</c>.</summary>
    public static string FullName(this ITypeSymbol? type) => type is null
        ? ""
        : type.ContainingType is { } outer
            ? $"{outer.FullName()}.{type.Name}"
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.Name}" : type.Name;

    public static bool Takes(this IMethodSymbol method, string typeName) =>
        method.Parameters.Any(parameter => parameter.Type.FullName() == typeName);

    /// <summary>Whether somebody can be expected to dispose an object of this type.</summary>
    public static bool IsDisposable(this ITypeSymbol? type) =>
        type?.AllInterfaces.Any(static face => face.FullName() is "System.IDisposable" or "System.IAsyncDisposable") == true;
}
