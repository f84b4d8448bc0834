using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LinkedTokenSource() : PluginRule(
    "OC0005",
    "Linked token source that nobody disposes",
    "A linked source stays registered on the tokens it is linked to until it is disposed; declare it with using")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name == "CreateLinkedTokenSource"
                && call.TargetMethod.ContainingType.FullName() == "System.Threading.CancellationTokenSource"
                && !Ownership.IsOwned(call, context.ContainingSymbol))
            {
                context.ReportDiagnostic(At(call));
            }
        },
        OperationKind.Invocation);
}
