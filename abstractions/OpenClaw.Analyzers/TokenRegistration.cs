using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TokenRegistration() : PluginRule(
    "OC0004",
    "Token registration that nobody disposes",
    "A registration on a token of the gateway holds the plugin as long as the token lives; dispose it, or use IPluginScope.OnStopping")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name is "Register" or "UnsafeRegister"
                && call.TargetMethod.ContainingType.FullName() == "System.Threading.CancellationToken"
                && !Ownership.IsOwned(call, context.ContainingSymbol))
            {
                context.ReportDiagnostic(At(call));
            }
        },
        OperationKind.Invocation);
}
