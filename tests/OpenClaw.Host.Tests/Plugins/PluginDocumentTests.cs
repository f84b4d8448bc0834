namespace OpenClaw.Host.Tests.Plugins;

/// <summary>The examples of docs/plugins.md are pieces of a plugin that is built.</summary>
public sealed class PluginDocumentTests
{
    [Fact]
    public void What_the_manual_shows_of_routes_methods_commands_and_hooks_compiles()
    {
        var manual = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/plugins.md"));
        var section = manual[manual.IndexOf("## What a plugin may add", StringComparison.Ordinal)..manual.IndexOf("## Manifest", StringComparison.Ordinal)];
        var built = Lines(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests/TestPlugins/Surfaces/Example.cs")));

        var shown = section.Split("```csharp").Skip(1).SelectMany(static block => Lines(block[..block.IndexOf("```", StringComparison.Ordinal)])).ToList();

        Assert.True(shown.Count > 15);
        Assert.Empty(shown.Except(built));
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
