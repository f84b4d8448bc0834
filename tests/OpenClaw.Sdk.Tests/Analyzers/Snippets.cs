using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenClaw.Analyzers;

namespace OpenClaw.Sdk.Tests.Analyzers;

/// <summary>Compiles members of a plugin's class and asks every rule about them.</summary>
internal static class Snippets
{
    private const string Head = """
        #nullable enable
        using System; using System.Collections.Concurrent; using System.Collections.Generic; using System.ComponentModel;
        using System.Diagnostics; using System.Diagnostics.Metrics; using System.Net.Http; using System.Net.Http.Json;
        using System.Runtime.InteropServices; using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization.Metadata;
        using System.Threading; using System.Threading.Tasks; using Microsoft.Extensions.Primitives; using OpenClaw.Channels; using OpenClaw.Plugins;
        public sealed class Message { public string Text { get; set; } = ""; }
        public sealed class MessageJson { public static MessageJson Default => null!; public JsonTypeInfo<Message> Message => null!; }
        public abstract class Sample
        {
            protected IPluginScope scope = null!;
            protected abstract void Stop();
            protected abstract Task WorkAsync(CancellationToken token);

        """;

    // Shared, so that the framework is read once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Sample",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsReferenced).Select(static path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static IReadOnlyList<PluginRule> Rules { get; } =
        [.. typeof(PluginRule).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(PluginRule))).Select(static type => (PluginRule)Activator.CreateInstance(type)!)];

    public static async Task<string[]> ReportedAsync(string members)
    {
        var compilation = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Head + members + "\n}", new CSharpParseOptions(LanguageVersion.Preview)));
        Assert.Empty(compilation.GetDiagnostics().Where(static problem => problem.Severity == DiagnosticSeverity.Error).Select(static problem => problem.ToString()));
        var found = await compilation.WithAnalyzers([.. Rules.Cast<DiagnosticAnalyzer>()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(static problem => problem.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsReferenced(string path) => Path.GetFileName(path) is "netstandard.dll" or "OpenClaw.Abstractions.dll" or "Microsoft.Extensions.Primitives.dll"
        || (Path.GetFileName(path) is var name && name.StartsWith("System.", StringComparison.Ordinal));
}
