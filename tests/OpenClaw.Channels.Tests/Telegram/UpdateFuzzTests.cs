using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Channels.Tests.Telegram.Fake;

namespace OpenClaw.Channels.Tests.Telegram;

/// <summary>Events of every shape: each is taken, or put aside, and none breaks the reader.</summary>
public sealed class UpdateFuzzTests
{
    [Fact]
    [Trait("Threat", "CH-11")]
    public void Changed_events_are_read_or_put_aside()
    {
        var bot = new User { Id = FakeTelegram.BotId, Username = FakeTelegram.BotName, HasTopicsEnabled = true };
        var mapper = new InboundMapper(bot, new FileFetcher(null!), TimeProvider.System);
        var random = new Random(20261122);
        var (read, mapped) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var update = Seed(random.Next(4));
            update["update_id"] = round;
            for (var changes = random.Next(0, 4); changes > 0; changes--)
                Change(update, random);
            var raw = JsonElement.Parse(update.ToJsonString());
            if (ReceivedUpdate.Read(raw) is not { Content: { } content })
                continue;
            read++;
            mapped += mapper.Map(content) is null ? 0 : 1;
        }

        Assert.InRange(read, 5_000, 20_000);
        Assert.InRange(mapped, 2_000, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"ok\":true,\"result\":{}}")]
    [InlineData("{\"ok\":true,\"result\":[1,\"a\",null,{},{\"update_id\":\"x\"},{\"update_id\":-1},{\"update_id\":99999999999999999999}]}")]
    [InlineData("{\"ok\":true}")]
    [InlineData("[[[[[[[[")]
    public async Task Answers_that_are_none_are_errors_and_not_messages(string body)
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.Fail("getUpdates", Faults.Raw(body));
        using var http = new HttpClient();
        var bot = new Bot(new BotApi(http, new Uri(telegram.Url), FakeTelegram.Token, TimeProvider.System));
        var error = await Record.ExceptionAsync(async () => Assert.Empty(
            ReceivedUpdate.ReadAll(await bot.GetUpdatesAsync([], TimeSpan.FromSeconds(5), CancellationToken.None))));

        Assert.True(error is null or ApiException, error?.ToString());
    }

    private static JsonObject Seed(int kind) => kind switch
    {
        0 => People.Direct(41, "hello @claw_bot").Naming("@claw_bot").Update(),
        1 => People.InGroup(42, "/status@claw_bot", topic: 7).Naming("/status@claw_bot", "bot_command").Update(),
        2 => People.InGroup(43, "news").Update("channel_post"),
        _ => new JsonObject { ["id"] = "7", ["from"] = People.User(5), ["message"] = People.Direct(44, "choose"), ["data"] = "yes" }.Update("callback_query"),
    };

    private static void Change(JsonObject update, Random random)
    {
        var places = Objects(update).ToList();
        var place = places[random.Next(places.Count)];
        var keys = place.Select(static one => one.Key).ToList();
        if (keys.Count == 0)
            return;
        var key = keys[random.Next(keys.Count)];
        place[key] = random.Next(9) switch
        {
            0 => null,
            1 => -1,
            2 => long.MaxValue,
            3 => 1.5,
            4 => new string('x', random.Next(0, 300)),
            5 => "\ud83d",
            6 => new JsonArray(1, "a", new JsonObject()),
            7 => new JsonObject(),
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
