using System.Text.Json;
using Xunit;

namespace OpenClaw.Testing;

/// <summary>What every plugin does. A class of tests for each plugin inherits it, or one of the suites for a kind of plugin.</summary>
public abstract class PluginConformance
{
    /// <summary>The plugin's folder, see <see cref="PluginFolder.Named"/>.</summary>
    protected abstract string Folder { get; }

    /// <summary>How long anything that has to be prompt may take. Default 10 seconds.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(10);

    /// <summary>The plugin's settings, a JSON object.</summary>
    protected virtual string Settings => "{}";

    /// <summary>Its folder holds no copy of the contract, and the assembly that the manifest names.</summary>
    [Fact]
    public void The_folder_holds_what_the_manifest_names_and_no_contract()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "openclaw.plugin.json")));

        Assert.True(File.Exists(Path.Combine(Folder, manifest.RootElement.GetProperty("entryAssembly").GetString()!)));
        Assert.False(File.Exists(Path.Combine(Folder, "OpenClaw.Abstractions.dll")), "The folder holds OpenClaw.Abstractions.dll; the gateway brings it.");
    }

    /// <summary>It starts and stops without a fault.</summary>
    [Fact]
    public async Task It_starts_and_stops_without_a_fault()
    {
        var gateway = await StartAsync();
        await WorkAsync(gateway);
        await gateway.StopAsync().WaitAsync(Patience * 3);

        Assert.Empty(gateway.Faults);
    }

    /// <summary>A second generation starts when the first has stopped.</summary>
    [Fact]
    public async Task It_starts_again_after_a_stop()
    {
        await (await StartAsync()).StopAsync().WaitAsync(Patience * 3);
        await using var again = await StartAsync(generation: 2);

        await WorkAsync(again);
        Assert.Empty(again.Faults);
    }

    /// <summary>A new generation starts beside the one it replaces, and goes on when that one stops.</summary>
    [Fact]
    public async Task A_new_generation_takes_over_from_the_old_one()
    {
        var old = await StartAsync();
        await using var young = await StartAsync(generation: 2);
        await old.StopAsync().WaitAsync(Patience * 3);

        await WorkAsync(young);
        Assert.Empty(old.Faults.Concat(young.Faults));
    }

    /// <summary>Nothing of it is left in memory after it worked and stopped.</summary>
    [Fact]
    public async Task Nothing_of_it_is_left_after_a_stop()
    {
        var proof = await WorkAndStopAsync();

        Assert.True(await proof.IsGoneAsync(), "Something outside the plugin still holds it: a timer, a static event, a cache of types. docs/analyzers.md names what does.");
    }

    /// <summary>Starts the plugin.</summary>
    /// <param name="generation">Which generation.</param>
    protected Task<InMemoryGateway> StartAsync(int generation = 1) =>
        InMemoryGateway.StartAsync(Folder, new GatewaySetup { Settings = Settings, Generation = generation });

    /// <summary>Uses the plugin as an owner would. Nothing of it may be kept.</summary>
    /// <param name="gateway">The gateway that runs it.</param>
    protected virtual Task WorkAsync(InMemoryGateway gateway) => Task.CompletedTask;

    // Apart from the test that asks for the proof, so that none of its variables holds the plugin.
    private async Task<UnloadProof> WorkAndStopAsync()
    {
        var gateway = await StartAsync();
        await WorkAsync(gateway);
        return await gateway.StopAsync();
    }
}
