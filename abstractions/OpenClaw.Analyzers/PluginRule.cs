using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenClaw.Analyzers;

/// <summary>One rule: something a plugin must not do, and what it does instead.</summary>
internal abstract class PluginRule : DiagnosticAnalyzer
{
    private const string Category = "OpenClaw.Plugins";

    protected PluginRule(string id, string title, string message) =>
        Descriptor = new DiagnosticDescriptor(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public DiagnosticDescriptor Descriptor { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        Register(context);
    }

    protected abstract void Register(AnalysisContext context);

    protected Diagnostic At(IOperation operation, params object[] arguments) =>
        Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), arguments);
}
