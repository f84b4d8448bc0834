using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RawBackgroundWork() : PluginRule(
    "OC0007",
    "Background work that the scope does not know",
    "Nobody cancels or awaits what {0} starts when the plugin stops; use IPluginScope.Run")
{
    protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
        context.RegisterOperationAction(CheckCreation, OperationKind.ObjectCreation);
    }

    private void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var name = $"{call.TargetMethod.ContainingType.FullName()}.{call.TargetMethod.Name}";
        var starts = name is "System.Threading.Tasks.Task.Run" or "System.Threading.Tasks.TaskFactory.StartNew"
            or "System.Threading.ThreadPool.QueueUserWorkItem" or "System.Threading.ThreadPool.UnsafeQueueUserWorkItem";
        // What is awaited on the spot belongs to the call that awaits it.
        if (starts && !IsAwaited(call))
            context.ReportDiagnostic(At(call, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"));
    }

    private void CheckCreation(OperationAnalysisContext context)
    {
        if (((IObjectCreationOperation)context.Operation).Type.FullName() == "System.Threading.Thread")
            context.ReportDiagnostic(At(context.Operation, "a thread"));
    }

    private static bool IsAwaited(IOperation operation) => operation.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" } outer => IsAwaited(outer),
        IArgumentOperation { Parent: IInvocationOperation outer } => IsAwaited(outer),
        _ => false,
    };
}
