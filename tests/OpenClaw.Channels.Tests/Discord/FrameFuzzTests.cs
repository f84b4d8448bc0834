using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Tests.Discord.Fake;
using OpenClaw.Testing;

namespace OpenClaw.Channels.Tests.Discord;

/// <summary>Frames of every shape: each is taken, or put aside, and none breaks the connection or keeps others away.</summary>
public sealed class FrameFuzzTests
{
    private const int Rounds = 4_000;

    [Fact]
    [Trait("Threat", "CH-11")]
    public async Task Changed_events_are_read_or_put_aside_and_the_next_one_is_taken()
    {
        await using var discord = await FakeDiscord.StartAsync();
        // Whoever is asked for a place that nobody knows may ask fifty times a second.
        await using var gateway = await DiscordAccounts.GatewayAsync(new HurriedClock(20));
        var account = await gateway.StartDiscordAsync(discord);
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var (name, content) = Seed(random.Next(6), round);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Change(content, random);
            discord.Gateway.TellAll(name, content);
        }

        discord.Gateway.TellAll("MESSAGE_CREATE", Chats.Direct("999999", "still there?"));
        while ((await account.Inbox.NextAsync(TimeSpan.FromSeconds(60))).MessageId != "999999")
            continue;

        Assert.Equal(ChannelState.Running, account.Channel.Status.State);
        Assert.Equal((1, 0), (discord.Gateway.Count(2), discord.Gateway.Count(6)));
        Assert.Empty(gateway.Faults);
    }

    [Fact]
    [Trait("Threat", "CH-11")]
    public async Task Frames_that_are_none_are_passed_over()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var gateway = await DiscordAccounts.GatewayAsync();
        var account = await gateway.StartDiscordAsync(discord);
        foreach (var frame in (string[])
                 [
                     "", "null", "[]", "{}", "{\"op\":\"x\"}", "{\"op\":0}", "{\"op\":0,\"s\":9223372036854775807,\"t\":\"MESSAGE_CREATE\",\"d\":{}}", "{\"op\":0,\"s\":-1,\"t\":\"READY\"}",
                     "{\"op\":99}", "{\"op\":11,\"d\":[[[[", "\ud83d", "{\"op\":10,\"d\":{\"heartbeat_interval\":0}}", "{\"op\":0,\"s\":1,\"t\":7}",
                 ])
        {
            discord.Gateway.SayRaw(frame);
        }

        discord.Say(Chats.Direct("11", "there?"));

        Assert.Equal("11", (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal((1, 0), (discord.Gateway.Count(2), discord.Gateway.Count(6)));
    }

    [Fact]
    public void Bytes_of_any_kind_are_a_frame_or_none()
    {
        var random = new Random(7);
        var frame = Encoding.UTF8.GetBytes(new JsonObject { ["op"] = 0, ["s"] = 5, ["t"] = "MESSAGE_CREATE", ["d"] = Chats.InGuild("1", "hello") }.ToJsonString());
        for (var round = 0; round < 20_000; round++)
        {
            var changed = frame.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.NotNull(GatewaySocket.Read(changed.AsSpan(0, random.Next(changed.Length))));
        }
    }

    private static (string Name, JsonObject Content) Seed(int kind, int round) => kind switch
    {
        0 => ("MESSAGE_CREATE", Chats.Direct($"{1000 + round}", "hello <@900> <#4001>")),
        1 => ("MESSAGE_CREATE", Chats.InGuild($"{1000 + round}", $"<@{FakeDiscord.BotId}> hello", Chats.Thread, Chats.Bob, "55")),
        2 => ("INTERACTION_CREATE", Chats.Command($"{1000 + round}", "status", "all")),
        3 => ("GUILD_CREATE", Chats.GuildNamed().DeepClone().AsObject()),
        4 => ("MESSAGE_REACTION_ADD", new JsonObject { ["user_id"] = "5", ["channel_id"] = Chats.General, ["message_id"] = "7", ["guild_id"] = Chats.Guild, ["emoji"] = new JsonObject { ["name"] = "x" } }),
        _ => ("THREAD_CREATE", new JsonObject { ["id"] = Chats.Thread, ["type"] = 11, ["name"] = "t", ["parent_id"] = Chats.General, ["guild_id"] = Chats.Guild }),
    };

    private static void Change(JsonObject content, Random random)
    {
        var places = Objects(content).ToList();
        var place = places[random.Next(places.Count)];
        var keys = place.Select(static one => one.Key).ToList();
        if (keys.Count == 0)
            return;
        place[keys[random.Next(keys.Count)]] = random.Next(10) switch
        {
            0 => null,
            1 => -1,
            2 => long.MaxValue,
            3 => 1.5,
            4 => new string('x', random.Next(0, 300)),
            5 => "\ud83d",
            6 => new JsonArray(1, "a", new JsonObject()),
            7 => new JsonObject(),
            8 => "../../users/@me",
            _ => true,
        };
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject one => one.Select(static member => member.Value).OfType<JsonNode>().SelectMany(Objects).Prepend(one),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };
}
