using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TypeDescriptorUse() : PluginRule(
    "OC0002",
    "TypeDescriptor",
    "TypeDescriptor.{0} keeps the plugin's types in tables of the process; read the members in code of your own")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.ContainingType.FullName() == "System.ComponentModel.TypeDescriptor")
                context.ReportDiagnostic(At(call, call.TargetMethod.Name));
        },
        OperationKind.Invocation);
}
