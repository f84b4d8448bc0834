using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ProcessExit() : PluginRule(
    "OC0016",
    "End of the process",
    "Environment.{0} ends the gateway and every other plugin; throw, or report the failure in a status")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name is "Exit" or "FailFast" && call.TargetMethod.ContainingType.FullName() == "System.Environment")
                context.ReportDiagnostic(At(call, call.TargetMethod.Name));
        },
        OperationKind.Invocation);
}
