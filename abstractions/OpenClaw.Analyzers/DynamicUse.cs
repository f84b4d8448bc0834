using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DynamicUse() : PluginRule(
    "OC0003",
    "dynamic",
    "dynamic keeps the plugin's types in tables of the runtime that nothing can clear; use types, or JsonNode")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context => context.ReportDiagnostic(At(context.Operation)),
        OperationKind.DynamicInvocation,
        OperationKind.DynamicMemberReference,
        OperationKind.DynamicIndexerAccess,
        OperationKind.DynamicObjectCreation);
}
