using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PinningHandle() : PluginRule(
    "OC0011",
    "GCHandle",
    "A GCHandle holds its object, and with it the plugin, until it is freed; use Memory<T>.Pin or fixed inside one method")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name == "Alloc" && call.TargetMethod.ContainingType.FullName() == "System.Runtime.InteropServices.GCHandle")
                context.ReportDiagnostic(At(call));
        },
        OperationKind.Invocation);
}
