using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Tests.Plugins.Packages;
using OpenClaw.Protocol;
using static OpenClaw.Host.IntegrationTests.Plugins.Packages.PackageGateway;

namespace OpenClaw.Host.IntegrationTests.Plugins.Packages;

/// <summary>Packages over the wire: a real client, a real gateway, a real feed.</summary>
public sealed class PackageMethodTests
{
    [Fact]
    public async Task A_package_is_found_installed_used_updated_taken_back_and_removed()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"));
        var found = await gateway.Talk.AskAsync(MethodNames.PluginsSearch, new JsonObject { ["query"] = "dice" });
        Assert.Equal("Acme.Dice-Tool", found.GetProperty("results")[0].GetProperty("packageName").GetString());
        Assert.Null(await gateway.ListedAsync("dice-tool"));

        var installed = await gateway.InstallAsync(Named("Acme.Dice-Tool"));

        Assert.Equal(("dice-tool", "1.1.0", "running"), (installed.GetProperty("pluginId").GetString(), installed.GetProperty("version").GetString(), installed.GetProperty("state").GetString()));
        Assert.Contains("answered: ", await gateway.RollAsync("run-1"), StringComparison.Ordinal);
        var listed = (await gateway.ListedAsync("dice-tool"))!.Value;
        Assert.True(listed.GetProperty("removable").GetBoolean());
        Assert.Equal("Acme.Dice-Tool", listed.GetProperty("packageName").GetString());
        Assert.False((await gateway.ListedAsync("agent-offline"))!.Value.GetProperty("removable").GetBoolean());
        Assert.True((await gateway.Talk.AskAsync(MethodNames.PluginsList)).GetProperty("mutationAllowed").GetBoolean());

        gateway.Feed.Packages.Add(Dice("1.2.0"));
        var updated = await gateway.InstallAsync(new JsonObject { ["source"] = "nuget", ["mode"] = "update", ["pluginId"] = "dice-tool" });
        Assert.Equal(("1.1.0", "1.2.0", 2), (updated.GetProperty("previousVersion").GetString(), updated.GetProperty("version").GetString(), updated.GetProperty("generation").GetInt32()));
        var package = (await gateway.Talk.AskAsync(MethodNames.PluginsInspect, new JsonObject { ["pluginId"] = "dice-tool" })).GetProperty("lifecycle").GetProperty("package");
        Assert.Equal("1.1.0", package.GetProperty("previous")[0].GetString());

        var back = await gateway.InstallAsync(new JsonObject { ["source"] = "nuget", ["mode"] = "rollback", ["pluginId"] = "dice-tool" });
        Assert.Equal("1.1.0", back.GetProperty("version").GetString());
        Assert.Equal("1.1.0", (await gateway.ListedAsync("dice-tool"))!.Value.GetProperty("version").GetString());
        Assert.Contains("answered: ", await gateway.RollAsync("run-2"), StringComparison.Ordinal);

        var removed = await gateway.Talk.AskAsync(MethodNames.PluginsUninstall, new JsonObject { ["pluginId"] = "dice-tool" });
        Assert.True(removed.GetProperty("ok").GetBoolean());
        Assert.Null(await gateway.ListedAsync("dice-tool"));
        Assert.Contains("dice_roll failed", await gateway.RollAsync("run-3"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(gateway.PluginsDirectory, "dice-tool")));
        Assert.DoesNotContain("dice-tool", gateway.Lock, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-03")]
    [Trait("Threat", "PLG-07")]
    public async Task What_must_not_be_installed_is_refused_and_leaves_nothing()
    {
        await using var gateway = await StartAsync(
            Dice("1.1.0"),
            Dice("1.0.0") with { Id = "Acme.Newer", Contract = "[99.0.0,100.0.0)" },
            Dice("1.0.0") with { Id = "Acme.Weather" },
            new TestPackage { Id = "Acme.Library", PackageType = null },
            new TestPackage { Id = "Acme.Sample" });

        Assert.Contains("Acme.Nothing", await MessageAsync(Named("Acme.Nothing")), StringComparison.Ordinal);
        Assert.Contains("7.0.0", await MessageAsync(new JsonObject { ["source"] = "nuget", ["spec"] = "Acme.Dice-Tool@7.0.0" }), StringComparison.Ordinal);
        Assert.Contains("is not a package id", await MessageAsync(Named("../dice-tool")), StringComparison.Ordinal);
        Assert.Contains("Acme.Newer 1.0.0 needs OpenClaw.Abstractions", await MessageAsync(Named("Acme.Newer")), StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Feed.Asked, static path => path.EndsWith(".nupkg", StringComparison.Ordinal));
        var other = Named("Acme.Dice-Tool");
        other["expectedPluginId"] = "weather";
        Assert.Contains("weather", await MessageAsync(other), StringComparison.Ordinal);
        var wrongSum = Named("Acme.Dice-Tool");
        wrongSum["expectedIntegrity"] = Convert.ToBase64String(new byte[64]);
        Assert.Contains("SHA-512", await MessageAsync(wrongSum), StringComparison.Ordinal);
        Assert.NotEmpty(await MessageAsync(Named("Acme.Library")));

        // A package that brings a plugin of another name is asked about, and nothing but that answer lets it in.
        var asked = await gateway.RefusalAsync(Named("Acme.Weather"));
        Assert.Contains("acknowledgeCapabilities", asked.Message, StringComparison.Ordinal);
        var guessed = Named("Acme.Weather");
        guessed["acknowledgeCapabilities"] = new JsonObject { ["reviewToken"] = "guessed" };
        Assert.Contains("acknowledgeCapabilities", await MessageAsync(guessed), StringComparison.Ordinal);

        // Its assembly is no assembly.
        Assert.Contains("was removed again", await MessageAsync(Named("Acme.Sample")), StringComparison.Ordinal);

        foreach (var id in new[] { "dice-tool", "sample" })
        {
            Assert.Null(await gateway.ListedAsync(id));
            Assert.False(Directory.Exists(Path.Combine(gateway.PluginsDirectory, id)));
            Assert.DoesNotContain(id, gateway.Lock, StringComparison.Ordinal);
        }

        var accepted = Named("Acme.Weather");
        accepted["acknowledgeCapabilities"] = new JsonObject { ["reviewToken"] = asked.Details!.Value.GetProperty("reviewToken").GetString() };
        Assert.Equal("dice-tool", (await gateway.InstallAsync(accepted)).GetProperty("pluginId").GetString());

        async Task<string> MessageAsync(JsonObject parameters)
        {
            var error = await gateway.RefusalAsync(parameters);
            Assert.Equal("INVALID_REQUEST", error.Code);
            return error.Message;
        }
    }

    [Fact]
    [Trait("Threat", "PLG-22")]
    public async Task A_version_that_does_not_start_leaves_the_one_before_serving()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"));
        await gateway.InstallAsync(Named("Acme.Dice-Tool"));
        gateway.Feed.Packages.Add(Dice("1.2.0") with { Built = null, PluginId = "dice-tool" });

        var refused = await gateway.RefusalAsync(new JsonObject { ["source"] = "nuget", ["mode"] = "update", ["pluginId"] = "dice-tool" });

        Assert.Contains("1.1.0 is back", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("1.1.0", "enabled"), ((await gateway.ListedAsync("dice-tool"))!.Value.GetProperty("version").GetString(), (await gateway.ListedAsync("dice-tool"))!.Value.GetProperty("state").GetString()));
        Assert.Contains("answered: ", await gateway.RollAsync("run-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("1.2.0", gateway.Lock, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "PLG-01")]
    public async Task A_package_without_a_signature_is_refused_where_one_is_required()
    {
        await using var gateway = await StartAsync("""{"signatures":{"mode":"require"}}""", [Dice("1.1.0")]);

        Assert.Contains("is not signed", (await gateway.RefusalAsync(Named("Acme.Dice-Tool"))).Message, StringComparison.Ordinal);
        Assert.Null(await gateway.ListedAsync("dice-tool"));
        Assert.Empty(gateway.Lock);
    }

    [Fact]
    public async Task Only_an_owner_installs_and_removes()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"));
        await using var writer = new GatewayClient(new() { Url = gateway.Process.Url, Token = Hosting.GatewayFolder.Token, Scopes = ["operator.write", "operator.read"], Reconnect = false });
        await writer.ConnectAsync();

        Assert.Equal("missing scope: operator.admin", await RefusedAsync(MethodNames.PluginsInstall, Named("Acme.Dice-Tool")));
        Assert.Equal("missing scope: operator.admin", await RefusedAsync(MethodNames.PluginsUninstall, new JsonObject { ["pluginId"] = "dice-tool" }));
        Assert.Empty(gateway.Feed.Asked);
        var found = await writer.RequestAsync(MethodNames.PluginsSearch, System.Text.Json.JsonElement.Parse("""{"query":"dice"}"""));
        Assert.Equal(1, found.GetProperty("results").GetArrayLength());

        async Task<string> RefusedAsync(string method, JsonObject parameters) =>
            (await Assert.ThrowsAsync<GatewayRequestException>(() => writer.RequestAsync(method, System.Text.Json.JsonElement.Parse(parameters.ToJsonString())))).Error.Message;
    }

    [Fact]
    public async Task Installations_at_once_take_turns_and_each_is_whole()
    {
        await using var gateway = await StartAsync(Dice("1.1.0"), Dice("2.0.0") with { Id = "Acme.Custom-Tool", Built = Path.Combine(AppContext.BaseDirectory, "samples", "custom-tool") });
        await using var second = await gateway.Process.ConnectAsync();

        var results = await Task.WhenAll(
            gateway.InstallAsync(Named("Acme.Dice-Tool")),
            second.AskAsync(MethodNames.PluginsInstall, Named("Acme.Dice-Tool")),
            second.AskAsync(MethodNames.PluginsInstall, Named("Acme.Custom-Tool")));

        Assert.Single(results[..2], static result => result.GetProperty("changed").GetBoolean());
        Assert.All(results, static result => Assert.Equal("running", result.GetProperty("state").GetString()));
        foreach (var id in new[] { "dice-tool", "custom-tool" })
        {
            Assert.Equal("enabled", (await gateway.ListedAsync(id))!.Value.GetProperty("state").GetString());
            Assert.Contains($"\"{id}\"", gateway.Lock, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(gateway.PluginsDirectory, ".staging")));
    }
}
