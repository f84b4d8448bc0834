using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenClaw.Analyzers;

[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DefaultJsonOptions() : PluginRule(
    "OC0001",
    "JSON without a generated context",
    "{0} without a JsonTypeInfo keeps the plugin's types in a cache of the process; pass one of a JsonSerializerContext")
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Check, OperationKind.Invocation);

    private void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (!IsSerializer(method) || method.Takes("System.Text.Json.Serialization.Metadata.JsonTypeInfo") || method.Takes("System.Text.Json.Serialization.JsonSerializerContext"))
            return;
        // Types of the serializer itself, such as JsonNode, may stay in its caches.
        if (method.TypeArguments.Length == 1 && method.TypeArguments[0].ContainingNamespace?.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
            return;
        context.ReportDiagnostic(At(call, method.Name));
    }

    private static bool IsSerializer(IMethodSymbol method) => method.ContainingType.FullName() switch
    {
        "System.Text.Json.JsonSerializer" => true,
        "System.Net.Http.Json.HttpClientJsonExtensions" or "System.Net.Http.Json.HttpContentJsonExtensions" or "System.Net.Http.Json.JsonContent" => method.TypeArguments.Length > 0 || method.Takes("System.Type"),
        _ => false,
    };
}
