using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AsyncVoid() : PluginRule(
    "OC0012",
    "async void",
    "Nobody can await an async void or catch what it throws, and the gateway takes such an exception for a crash of the plugin; return a Task")
{
    protected override void Register(AnalysisContext context)
    {
        context.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
        context.RegisterOperationAction(CheckLocalFunction, OperationKind.LocalFunction);
        context.RegisterOperationAction(CheckLambda, OperationKind.AnonymousFunction);
    }

    private void CheckMethod(SymbolAnalysisContext context)
    {
        if (context.Symbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, method.Locations[0]));
    }

    private void CheckLocalFunction(OperationAnalysisContext context)
    {
        if (((ILocalFunctionOperation)context.Operation).Symbol is { IsAsync: true, ReturnsVoid: true })
            context.ReportDiagnostic(At(context.Operation));
    }

    private void CheckLambda(OperationAnalysisContext context)
    {
        if (((IAnonymousFunctionOperation)context.Operation).Symbol is { IsAsync: true, ReturnsVoid: true })
            context.ReportDiagnostic(At(context.Operation));
    }
}
