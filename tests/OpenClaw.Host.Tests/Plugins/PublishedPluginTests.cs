using OpenClaw.Host.Plugins.Discovery;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>Plugins that were built against contracts published earlier, as they were published (tests/published).</summary>
public sealed class PublishedPluginTests
{
    [Fact]
    [Trait("Threat", "PLG-07")]
    public async Task A_plugin_built_against_contract_1_0_still_runs()
    {
        await using var plugins = new PluginTestHost();
        plugins.Roots.Add(new PluginRoot(Path.Combine(RepositoryRoot.Path, "tests", "published", "contract-1.0.0", "plugins"), PluginOrigin.User));

        await plugins.StartAsync();

        plugins.AssertRuns("dice-tool");
        Assert.Matches("^[1-6] [+] [1-6] = [0-9]+$", await plugins.CallAsync("dice_roll", new { count = 2, sides = 6 }));
    }
}
