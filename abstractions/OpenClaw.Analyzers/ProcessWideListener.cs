using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ProcessWideListener() : PluginRule(
    "OC0009",
    "Listener that nobody disposes",
    "{0} is kept by the process until it is disposed; dispose it in IPluginScope.OnStopping or in a service of the plugin")
{
    protected override void Register(AnalysisContext context)
    {
        context.RegisterOperationAction(CheckCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(CheckCall, OperationKind.Invocation);
    }

    private void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.FullName() is "System.Diagnostics.ActivityListener" or "System.Diagnostics.Metrics.MeterListener"
            && !Ownership.IsOwned(creation, context.ContainingSymbol))
        {
            context.ReportDiagnostic(At(creation, creation.Type!.Name));
        }
    }

    private void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Subscribe"
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is IPropertyReferenceOperation { Property.Name: "AllListeners" } listeners
            && listeners.Property.ContainingType.FullName() == "System.Diagnostics.DiagnosticListener"
            && !Ownership.IsOwned(call, context.ContainingSymbol))
        {
            context.ReportDiagnostic(At(call, "A subscription of DiagnosticListener.AllListeners"));
        }
    }
}
