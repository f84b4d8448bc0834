using System.CommandLine;
using System.Globalization;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Holds docs/cli.md against the command line.</summary>
public sealed class CliDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cli.md"));

    [Fact]
    public void Every_command_is_documented()
    {
        var missing = Verbs(CliApplication.Build(Environment()), "openclaw").Where(static path => !Document.Contains($"`{path}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void A_line_that_begins_with_a_word_builds_that_word_alone()
    {
        var words = CliApplication.Build(Environment()).Subcommands.Select(static command => command.Name).ToList();
        Assert.All(words, word => Assert.Equal([word], CliApplication.Build(Environment(), word).Subcommands.Select(static command => command.Name)));
        Assert.Equal(words, CliApplication.Build(Environment(), "--json").Subcommands.Select(static command => command.Name));
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        var codes = typeof(ExitCodes).GetFields().Select(static field => (int)field.GetRawConstantValue()!);
        Assert.All(codes, code => Assert.Contains($"| {code.ToString(CultureInfo.InvariantCulture)} |", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_stays_within_a_terminal()
    {
        foreach (var path in Verbs(CliApplication.Build(Environment()), ""))
        {
            var output = new StringWriter();
            CliApplication.Build(Environment()).Parse($"{path} --help").Invoke(new InvocationConfiguration { Output = output });
            Assert.All(output.ToString().Split('\n'), static line => Assert.InRange(line.TrimEnd().Length, 0, 200));
        }
    }

    private static CliEnvironment Environment() => new(new CapturedConsole(), static _ => null, TimeProvider.System);

    private static IEnumerable<string> Verbs(Command command, string path) =>
        command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(verb => Verbs(verb, $"{path} {verb.Name}".Trim()));
}
