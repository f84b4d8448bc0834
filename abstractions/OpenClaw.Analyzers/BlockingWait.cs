using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BlockingWait() : PluginRule(
    "OC0013",
    "Blocking wait",
    "{0} holds a thread that every plugin and the gateway share, and cannot be cancelled; await instead")
{
    private const string Tasks = "System.Threading.Tasks.";

    protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
        context.RegisterOperationAction(CheckProperty, OperationKind.PropertyReference);
    }

    private void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var owner = call.TargetMethod.ContainingType.FullName();
        var blocks = call.TargetMethod.Name switch
        {
            "Wait" => owner is Tasks + "Task" or "System.Threading.SemaphoreSlim" or "System.Threading.ManualResetEventSlim" or "System.Threading.CountdownEvent",
            "WaitAll" or "WaitAny" => owner is Tasks + "Task" or "System.Threading.WaitHandle",
            "WaitOne" => owner is "System.Threading.WaitHandle",
            "GetResult" => owner.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal) && owner.EndsWith("Awaiter", StringComparison.Ordinal),
            "Sleep" or "Join" => owner is "System.Threading.Thread",
            _ => false,
        };
        if (blocks)
            context.ReportDiagnostic(At(call, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"));
    }

    private void CheckProperty(OperationAnalysisContext context)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (property.Name == "Result" && property.ContainingType.FullName() is Tasks + "Task" or Tasks + "ValueTask")
            context.ReportDiagnostic(At(context.Operation, $"{property.ContainingType.Name}.Result"));
    }
}
