using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.WhatsApp.Fake;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>The gateway and the plugin as they ship, with the bridge's twin in its place.</summary>
public sealed partial class WhatsAppGatewayTests
{
    private const string Followup = """ "messages": { "queue": { "mode": "followup", "cap": 100 } }, """;

    [Fact]
    public async Task A_stranger_is_let_in_by_their_code_and_talks_to_the_agent()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);

        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "hello?"));
        var told = Assert.Single(await whatsapp.UntilSentAsync(static sent => sent.Count == 1));
        Assert.Contains("+15550001001", told.Text, StringComparison.Ordinal);
        var code = Code().Match(told.Text).Groups["code"].Value;
        var (exit, output) = await gateway.CliAsync("pairing", "approve", "whatsapp", code, "--notify");
        Assert.True(exit == 0, output);
        await whatsapp.UntilSentAsync(static sent => sent.Count == 2);
        Assert.DoesNotContain(whatsapp.Requests, static one => one.Op == "read");
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(12), "what **is** this?"));

        var answer = (await whatsapp.UntilSentAsync(static sent => sent.Count == 3))[2];
        Assert.Equal($"{WhatsAppPeople.Alice}@s.whatsapp.net", answer.To);
        Assert.Contains("what *is* this?", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, whatsapp.Waiting);
        // Only what was let in is shown as read, and while an answer is made the sender sees it.
        Assert.Equal(WhatsAppPeople.Id(12), (string?)(await whatsapp.AskedAsync("read")).Params["keys"]![0]!["id"]);
        Assert.Equal("composing", (await whatsapp.AskedAsync("presence")).Text("state"));
        Assert.Equal("paused", (await whatsapp.AskedAsync("presence", 2)).Text("state"));
    }

    [Fact]
    public async Task A_long_answer_comes_in_whole_messages_with_whole_code_blocks()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed + """, "textChunkLimit": 300 """);
        await using var gateway = await RunningGateway.StartAsync(folder);

        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "hello there"));
        var sent = await whatsapp.UntilSentAsync(static sent => sent.Count >= 3);

        Assert.All(sent, static one => Assert.InRange(one.Text.Length, 1, 300));
        Assert.All(sent, static one => Assert.True(Fences().Count(one.Text) % 2 == 0, one.Text));
        Assert.Contains(sent, static one => one.Text.Contains("```\n", StringComparison.Ordinal) && one.Text.Contains("\"models\":", StringComparison.Ordinal));
        Assert.DoesNotContain(sent, static one => one.Text.Contains("```json", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Threat", "CH-13")]
    public async Task A_group_has_its_own_list_and_answers_who_names_the_account()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, $$""", "dmPolicy": "allowlist", "allowFrom": ["+15550002002"], "groupAllowFrom": ["15550001001@s.whatsapp.net"], "groups": { "{{WhatsAppPeople.Group}}": {} } """);
        await using var gateway = await RunningGateway.StartAsync(folder);

        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "in private I am a stranger"));
        await whatsapp.SayAsync(WhatsAppPeople.InGroup(WhatsAppPeople.Id(12), "@15550009999 not from me", "15550002002").Naming($"{FakeWhatsApp.Me}@s.whatsapp.net"));
        await whatsapp.SayAsync(WhatsAppPeople.InGroup(WhatsAppPeople.Id(13), "nobody in particular"));
        await whatsapp.SayAsync(WhatsAppPeople.InGroup(WhatsAppPeople.Id(14), "@77770009999 and you?").Naming(FakeWhatsApp.MyLid));

        var answer = Assert.Single(await whatsapp.UntilSentAsync(static sent => sent.Count == 1));
        Assert.Equal(WhatsAppPeople.Group, answer.To);
        Assert.Contains("nobody in particular", answer.Text, StringComparison.Ordinal);
        await using var talk = await gateway.ConnectAsync();
        var sessions = await talk.AskAsync("sessions.list");
        Assert.Contains($"agent:main:whatsapp:group:{WhatsAppPeople.Group}", sessions.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_who_writes_to_themselves_is_answered()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, """, "dmPolicy": "allowlist", "allowFrom": ["+15550002002"] """);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var note = WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "note to self", FakeWhatsApp.Me);
        note["self"] = true;
        note["key"]!["fromMe"] = true;

        await whatsapp.SayAsync(note);

        var answer = Assert.Single(await whatsapp.UntilSentAsync(static sent => sent.Count == 1));
        Assert.Equal($"{FakeWhatsApp.Me}@s.whatsapp.net", answer.To);
        Assert.DoesNotContain(whatsapp.Requests, static one => one.Op == "read");
    }

    [Fact]
    public async Task A_picture_that_comes_is_stored_and_one_that_the_answer_names_is_sent()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var picture = Path.Combine(folder.HomeDirectory, "picture");
        await File.WriteAllBytesAsync(picture, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);

        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "look").WithFile(picture, "image/jpeg", "photo.jpg"));
        await whatsapp.UntilSentAsync(static sent => sent.Count == 1);

        var stored = Assert.Single(Directory.GetFiles(Path.Combine(folder.StateDirectory, "media", "inbound")));
        await using var talk = await gateway.ConnectAsync();
        var receipt = await talk.AskAsync("send", new() { ["to"] = "wa:+1 (555) 000-1001", ["message"] = "**here**", ["mediaUrl"] = stored, ["idempotencyKey"] = "k1" });
        var sent = (await whatsapp.UntilSentAsync(static sent => sent.Count == 2))[1];
        Assert.Equal(("sendMedia", "*here*", sent.Id), (sent.Op, sent.Text, receipt.GetProperty("messageId").GetString()));
        Assert.Equal(7, sent.File!.Length);
        Assert.False(File.Exists(sent.Params["path"]!.ToString()));
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task A_kill_of_the_gateway_loses_no_message_and_answers_none_twice()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed, Followup);
        int bridge;
        await using (var first = await RunningGateway.StartAsync(folder))
        {
            for (var number = 10; number < 30; number++)
                await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(number), $"parcel {number};"));
            await whatsapp.UntilSentAsync(static sent => sent.Count >= 3);
            bridge = whatsapp.Bridge.Pid;
            await first.KillAsync();
        }

        await whatsapp.UntilAsync(() => !IsRunning(bridge), TimeSpan.FromSeconds(10));
        await using var second = await RunningGateway.StartAsync(folder);

        await AssertAnsweredOnceAsync(whatsapp, 10, 30, most: 1);
    }

    [Fact]
    [Trait("Threat", "CH-29")]
    public async Task Kills_of_the_bridge_lose_no_message_and_answer_none_twice()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed, Followup);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await whatsapp.AskedAsync("start");
        for (var number = 10; number < 40; number++)
        {
            await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(number), $"parcel {number};"));
            if (number is 15 or 30)
            {
                var starts = whatsapp.Starts;
                using var bridge = Process.GetProcessById(whatsapp.Bridge.Pid);
                bridge.Kill();
                await whatsapp.UntilAsync(() => whatsapp.Starts > starts && whatsapp.Bridge.IsOpen);
            }
        }

        await AssertAnsweredOnceAsync(whatsapp, 10, 40, most: 2);
    }

    [Fact]
    public async Task A_new_generation_of_the_plugin_takes_over_under_traffic()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed, Followup);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        var reloads = Task.CompletedTask;
        for (var number = 10; number < 40; number++)
        {
            await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(number), $"parcel {number};"));
            if (number is 15 or 30)
            {
                await reloads;
                reloads = talk.AskAsync("plugins.reload", new() { ["plugins"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["pluginId"] = "whatsapp-bridge" }) });
            }
        }

        await reloads;
        await AssertAnsweredOnceAsync(whatsapp, 10, 40, most: 0);
        Assert.Equal(3, whatsapp.Starts);
    }

    [Fact]
    public async Task Nothing_is_left_running_after_a_stop()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp);
        int bridge;
        await using (var gateway = await RunningGateway.StartAsync(folder))
        {
            await whatsapp.UntilAsync(() => whatsapp.Starts == 1 && whatsapp.Bridge.IsOpen);
            bridge = whatsapp.Bridge.Pid;
            Assert.True(IsRunning(bridge));
            await using var talk = await gateway.ConnectAsync();
            await talk.AskAsync("channels.stop", new() { ["channel"] = "whatsapp" });
            await whatsapp.UntilAsync(() => !IsRunning(bridge), TimeSpan.FromSeconds(10));
        }

        Assert.Contains(whatsapp.Requests, static one => one.Op == "stop");
    }

    private static async Task AssertAnsweredOnceAsync(FakeWhatsApp whatsapp, int first, int end, int most)
    {
        var sent = await whatsapp.UntilSentAsync(sent => sent.Any(one => one.Text.Contains($"parcel {end - 1};", StringComparison.Ordinal)));
        for (var number = first; number < end; number++)
            Assert.InRange(sent.Count(one => one.Text.Contains($"said: \"parcel {number};", StringComparison.Ordinal)), number == end - 1 ? 1 : 0, 1);
        // Those that were on their way at a kill may be unknown; all others are there.
        Assert.InRange(sent.Count, end - first - most, end - first);
        Assert.Equal(0, whatsapp.Waiting);
    }

    private static bool IsRunning(int pid) => Directory.Exists($"/proc/{pid}");

    [GeneratedRegex("pairing approve whatsapp (?<code>[A-Z0-9]{8})")]
    private static partial Regex Code();

    [GeneratedRegex("```")]
    private static partial Regex Fences();
}
