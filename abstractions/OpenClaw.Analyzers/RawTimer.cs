using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RawTimer() : PluginRule(
    "OC0006",
    "Timer that the scope does not know",
    "{0} without the scope's clock goes on after the plugin has stopped; pass IPluginScope.Clock, or use its CreateTimer")
{
    private const string Clock = "System.TimeProvider";

    protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(CheckCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
    }

    private void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.FullName() is "System.Threading.Timer" or "System.Timers.Timer" or "System.Threading.PeriodicTimer"
            && creation.Constructor?.Takes(Clock) == false)
        {
            context.ReportDiagnostic(At(creation, creation.Type!.Name));
        }
    }

    private void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Delay" && call.TargetMethod.ContainingType.FullName() == "System.Threading.Tasks.Task" && !call.TargetMethod.Takes(Clock))
            context.ReportDiagnostic(At(call, "Task.Delay"));
    }
}
