using System.Text.RegularExpressions;
using OpenClaw.Host.Tests;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>The lines of each sample's README, typed one after the other, give what it says.</summary>
public sealed partial class SampleReadmeTests
{
    private static readonly Dictionary<string, string> Promises = new(StringComparer.Ordinal)
    {
        ["agent-provider"] = "backwards/words",
        ["custom-tool"] = "100 °C are 212 °F",
        ["dice-tool"] = "The tool dice_roll answered",
        ["echo-channel"] = "echo-channel",
        ["hello-plugin"] = "Hello from generation 1.",
        ["http-chat"] = "",
        ["rpc-client"] = "agent-offline 0.1.0: enabled",
    };

    [Fact]
    public async Task Every_sample_does_what_its_README_says()
    {
        Assert.Equal(Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal), Promises.Keys.Append("templates").Order(StringComparer.Ordinal));
        await using var bench = await SampleBench.StartAsync();
        foreach (var (sample, promise) in Promises)
        {
            var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "samples", sample, "README.md"));
            var said = "";
            foreach (var line in Blocks().Matches(readme).SelectMany(static block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
                said += await bench.TypeAsync(line);
            Assert.Contains(promise, said, StringComparison.Ordinal);
        }

        Assert.Contains("good morning", await bench.AnswerAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
