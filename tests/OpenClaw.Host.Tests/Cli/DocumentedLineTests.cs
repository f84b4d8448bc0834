using System.CommandLine;
using System.Text.RegularExpressions;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Each line with <c>openclaw</c> that a document tells people to type is one that the command line takes.</summary>
public sealed partial class DocumentedLineTests
{
    // Commands of plugins: of an example, and of one that ships.
    private static readonly string[] OfPlugins = ["weather", "whatsapp"];

    public static TheoryData<string> Documents =>
    [
        "README.md",
        .. Files("docs", "*.md"), .. Files("samples", "README.md"), .. Files("plugins", "README.md"), .. Files("abstractions", "README.md"),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_people_are_told_to_type_is_understood(string document)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, document));
        foreach (Match block in Blocks().Matches(text))
        {
            foreach (var line in block.Groups["lines"].Value.Split('\n', StringSplitOptions.TrimEntries).Where(static line => Command().IsMatch(line)))
                Assert.Empty(Errors(line));
        }

        // In a sentence what must follow may be left out; what stands there has to be right.
        foreach (Match word in Inline().Matches(Blocks().Replace(text, "")))
        {
            if (!word.Value.Contains('|', StringComparison.Ordinal) && !word.Value.Contains("...", StringComparison.Ordinal))
                Assert.DoesNotContain(Errors(word.Groups["line"].Value), static error => !error.Contains("equired", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Errors(string line)
    {
        var words = ShellLine.Split(line).Skip(1).TakeWhile(static word => word is not ("&" or "&&" or ">" or ">>")).ToArray();
        if (words is [var first, ..] && (first == "<command>" || OfPlugins.Contains(first)))
            return [];
        // A placeholder stands for something sensible.
        var root = CliApplication.Build(new(new CapturedConsole(), static _ => null, TimeProvider.System));
        return root.Parse([.. words.Select(static word => word is "<n>" ? "1" : word)]).Errors.Select(error => $"{error.Message} In: {line}");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)
            .Select(static file => Path.GetRelativePath(RepositoryRoot.Path, file))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    [GeneratedRegex("```(sh|bash|console)\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    [GeneratedRegex("`(?<line>(\\./)?openclaw [^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    [GeneratedRegex("^(\\./)?openclaw ", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
