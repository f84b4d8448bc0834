using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ObservableInstrument() : PluginRule(
    "OC0015",
    "Observable instrument that nobody disposes",
    "{0} calls back into the plugin until its meter is disposed; make it in a type that disposes the meter")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name.StartsWith("CreateObservable", StringComparison.Ordinal)
                && call.TargetMethod.ContainingType.FullName() == "System.Diagnostics.Metrics.Meter"
                && !context.ContainingSymbol.ContainingType.IsDisposable())
            {
                context.ReportDiagnostic(At(call, call.TargetMethod.Name));
            }
        },
        OperationKind.Invocation);
}
