using System.Text.RegularExpressions;
using OpenClaw.Host.Tests;

namespace OpenClaw.Sdk.Tests.Analyzers;

/// <summary>Reads the rules and examples of docs/analyzers.md.</summary>
internal static partial class AnalyzerDocument
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "analyzers.md"));

    public static IReadOnlyDictionary<string, string> Titles { get; } =
        Heading().Matches(Text).ToDictionary(static match => match.Groups["id"].Value, static match => match.Groups["title"].Value.Trim(), StringComparer.Ordinal);

    public static string Example(string id, string kind)
    {
        var from = Text.IndexOf($"## {id}:", StringComparison.Ordinal);
        var to = Text.IndexOf("\n## ", from + 1, StringComparison.Ordinal);
        var match = Block().Matches(Text[from..to]).Single(match => match.Groups["kind"].Value == kind);
        return match.Groups["code"].Value;
    }

    [GeneratedRegex("^## (?<id>OC[0-9]{4}): (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```csharp (?<kind>Not|Instead)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
