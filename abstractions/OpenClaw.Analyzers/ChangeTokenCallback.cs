using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ChangeTokenCallback() : PluginRule(
    "OC0010",
    "Change callback that nobody disposes",
    "ChangeToken.OnChange holds the plugin until it is disposed; settings need none, since a change is a new generation")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name == "OnChange"
                && call.TargetMethod.ContainingType.FullName() == "Microsoft.Extensions.Primitives.ChangeToken"
                && !Ownership.IsOwned(call, context.ContainingSymbol))
            {
                context.ReportDiagnostic(At(call));
            }
        },
        OperationKind.Invocation);
}
