using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Reload;

/// <summary>While one plugin is swapped, everything else goes on as if nothing happened.</summary>
public sealed class SiblingUntouchedTests
{
    [Fact]
    [Trait("Gate", "G2")]
    public async Task A_swap_is_noticed_by_nobody_but_the_plugin_itself()
    {
        await using var gateway = await SwapGateway.StartAsync();
        gateway.Chat.Say("1", "before the swap");
        await gateway.Chat.ShownAsync(1);
        var siblingBefore = await gateway.AccountAsync("http-chat");
        var swappedBefore = await gateway.AccountAsync("good-chat");
        var gate = Path.Combine(gateway.Folder.HomeDirectory, "gate");
        await gateway.BeginAsync("old", new JsonObject { ["act"] = "until", ["path"] = gate });
        await ExistsAsync(gate + ".begun");

        gateway.Save(good: 1);
        await gateway.SwappedAsync();

        // New calls go to the new generation while one is still inside the old.
        Assert.Contains("|2", await gateway.WhereAsync("new"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(gate, "");
        Assert.Contains("generation 1", await gateway.EndAsync("old"), StringComparison.Ordinal);
        gateway.Chat.Say("2", "after the swap");
        await gateway.Chat.ShownAsync(2);

        var sibling = await gateway.AccountAsync("http-chat");
        Assert.Equal(siblingBefore.GetProperty("lastStartAt").GetInt64(), sibling.GetProperty("lastStartAt").GetInt64());
        Assert.Equal(0, sibling.GetProperty("reconnectAttempts").GetInt32());
        var swapped = await gateway.AccountAsync("good-chat");
        Assert.True(swapped.GetProperty("lastStartAt").GetInt64() > swappedBefore.GetProperty("lastStartAt").GetInt64());
        Assert.DoesNotContain(gateway.Seen, static notice => notice is GatewayDisconnected or SequenceGap);
    }

    [Fact]
    [Trait("Threat", "PLG-21")]
    public async Task Messages_that_come_while_their_channel_is_swapped_are_each_answered_once()
    {
        await using var gateway = await SwapGateway.StartAsync();
        for (var swap = 1; swap <= 4; swap++)
        {
            for (var number = 0; number < 5; number++)
                gateway.Chat.Say($"{swap}{number}", $"number {swap}{number}.");
            gateway.Save(chat: swap);
            await gateway.SwappedAsync();
        }

        await gateway.Chat.ShownAsync(20);
        gateway.Chat.Say("99", "number 99.");
        var shown = await gateway.Chat.ShownAsync(21);

        Assert.Equal(21, shown.Count);
        foreach (var number in Enumerable.Range(1, 4).SelectMany(static swap => Enumerable.Range(0, 5).Select(number => $"{swap}{number}")))
            Assert.Single(shown, text => text.Text.StartsWith($"You said: \"number {number}.\"", StringComparison.Ordinal));
        Assert.Equal(0, gateway.Chat.Unacknowledged);
    }

    [Fact]
    [Trait("Threat", "PLG-22")]
    [Trait("Threat", "PLG-24")]
    public async Task A_version_that_fails_or_is_half_there_leaves_the_old_one_serving()
    {
        await using var gateway = await SwapGateway.StartAsync();
        var assembly = Path.Combine(gateway.GoodFolder, "Good.dll");
        File.Delete(assembly);
        await gateway.SwappedAsync();
        var state = await gateway.Talk.AskAsync("plugins.inspect", new JsonObject { ["pluginId"] = "good" });
        Assert.Equal(("running", 1), (state.GetProperty("status").GetString(), state.GetProperty("generation").GetInt32()));
        Assert.Contains("generation 1 goes on", state.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("|1", await gateway.WhereAsync("meanwhile"), StringComparison.Ordinal);

        File.Copy(Path.Combine(AppContext.BaseDirectory, "test-plugins", "good", "Good.dll"), assembly);
        await gateway.SwappedAsync();

        // The same file as before: there is nothing to swap, and nothing wrong any more.
        state = await gateway.Talk.AskAsync("plugins.inspect", new JsonObject { ["pluginId"] = "good" });
        Assert.Equal(("running", 1), (state.GetProperty("status").GetString(), state.GetProperty("generation").GetInt32()));
        Assert.False(state.TryGetProperty("reason", out _));
        File.SetLastWriteTimeUtc(assembly, DateTime.UtcNow);
        await gateway.SwappedAsync();
        state = await gateway.Talk.AskAsync("plugins.inspect", new JsonObject { ["pluginId"] = "good" });
        Assert.Contains($"|{state.GetProperty("generation").GetInt32().ToString(CultureInfo.InvariantCulture)}", await gateway.WhereAsync("after"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_is_dropped_in_switched_off_and_taken_away_while_the_gateway_serves()
    {
        await using var gateway = await SwapGateway.StartAsync();
        gateway.Folder.AddSample("dice-tool");
        await gateway.SwappedAsync();
        Assert.Equal(["dice_roll"], (await InspectAsync("dice-tool")).GetProperty("toolNames").EnumerateArray().Select(static name => name.GetString()));

        var answer = await gateway.Talk.AskAsync("plugins.setEnabled", new JsonObject { ["pluginId"] = "dice-tool", ["enabled"] = false });
        Assert.Equal("disabled", answer.GetProperty("plugin").GetProperty("status").GetString());
        Assert.False(answer.GetProperty("requiresRestart").GetBoolean());
        Assert.Empty((await InspectAsync("dice-tool")).GetProperty("toolNames").EnumerateArray());

        await gateway.SwappedAsync();
        Directory.Delete(Path.Combine(gateway.Folder.StateDirectory, "plugins", "dice-tool"), recursive: true);
        await gateway.SwappedAsync();
        await Assert.ThrowsAsync<OpenClaw.Client.GatewayRequestException>(() => InspectAsync("dice-tool"));
        Assert.DoesNotContain(gateway.Seen, static notice => notice is GatewayDisconnected or SequenceGap);

        Task<System.Text.Json.JsonElement> InspectAsync(string id) => gateway.Talk.AskAsync("plugins.inspect", new JsonObject { ["pluginId"] = id });
    }

    private static async Task ExistsAsync(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!File.Exists(path))
            await Task.Delay(20, patience.Token);
    }
}
