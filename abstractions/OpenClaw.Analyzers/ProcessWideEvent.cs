using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ProcessWideEvent() : PluginRule(
    "OC0008",
    "Event of the whole process",
    "{0} is an event of the whole process and holds the plugin for good; use IPluginScope.OnStopping")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Check, OperationKind.EventAssignment);

    private void Check(OperationAnalysisContext context)
    {
        var assignment = (IEventAssignmentOperation)context.Operation;
        if (!assignment.Adds || assignment.EventReference is not IEventReferenceOperation { Event: { } raised })
            return;
        var foreign = !SymbolEqualityComparer.Default.Equals(raised.ContainingAssembly, context.Compilation.Assembly);
        if (foreign && (raised.IsStatic || raised.ContainingType.FullName() is "System.AppDomain" or "System.Runtime.Loader.AssemblyLoadContext"))
            context.ReportDiagnostic(At(assignment, $"{raised.ContainingType.Name}.{raised.Name}"));
    }
}
