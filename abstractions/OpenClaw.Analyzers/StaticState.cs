using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticState() : PluginRule(
    "OC0014",
    "Static mutable state",
    "{0} is static and can change: every account shares it and a swap forgets it; keep it in a service of the plugin's container")
{
    protected override void Register(AnalysisContext context)
    {
        context.RegisterSymbolAction(CheckField, SymbolKind.Field);
        context.RegisterSymbolAction(CheckProperty, SymbolKind.Property);
    }

    private void CheckField(SymbolAnalysisContext context)
    {
        var field = (IFieldSymbol)context.Symbol;
        if (field is { IsStatic: true, IsConst: false, IsImplicitlyDeclared: false } && (!field.IsReadOnly || IsConcurrent(field.Type)))
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, field.Locations[0], field.Name));
    }

    private void CheckProperty(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property is { IsStatic: true, SetMethod: not null })
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, property.Locations[0], property.Name));
    }

    // A collection made for being changed by many at once is no table of constants.
    private static bool IsConcurrent(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Collections.Concurrent";
}
