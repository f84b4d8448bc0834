using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Receiving;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Lines of every shape: each is read, or put aside, and none breaks the reader.</summary>
public sealed class BridgeFuzzTests
{
    [Fact]
    public async Task What_cannot_be_read_and_not_be_kept_either_stops_nothing()
    {
        await using var whatsapp = new FakeWhatsApp();
        await using var gateway = await WhatsAppAccounts.GatewayAsync();
        var account = await gateway.StartWhatsAppAsync(whatsapp);
        var spool = (await whatsapp.AskedAsync("start")).Text("spoolDir")!;
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(spool)!, "unreadable"), "in the way");

        await whatsapp.Bridge.RawAsync("{\"event\":\"message\",\"data\":{\"key\":5,\"spool\":\"x\"}}\n"u8.ToArray());
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(41), "hello"));

        Assert.Equal(WhatsAppPeople.Id(41), (await account.Inbox.NextAsync()).MessageId);
        Assert.Equal(1, whatsapp.Starts);
    }

    [Fact]
    [Trait("Threat", "CH-24")]
    public async Task Lines_come_out_whole_however_they_were_cut_and_those_that_are_too_long_are_counted()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 300; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(4) == 0 ? random.Next(0, 300) : random.Next(0, 60))).ToList();
            var reader = new LineReader(new Dribble(Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n"))), random), longest: 100);
            var read = new List<string>();
            while (await reader.ReadAsync(CancellationToken.None) is { } line)
                read.Add(Encoding.UTF8.GetString(line.Span));

            Assert.Equal(lines.Where(static line => line.Length <= 100), read);
            Assert.Equal(lines.Count(static line => line.Length > 100), reader.TooLong);
        }
    }

    [Fact]
    [Trait("Threat", "CH-11")]
    public void Changed_events_are_mapped_or_put_aside()
    {
        var mapper = new InboundMapper(new WhatsAppSettings(), "work", TimeProvider.System);
        var me = new AccountNote("15550009999:3@s.whatsapp.net", "77770009999@lid", "Claw");
        var random = new Random(20261122);
        var (read, mapped) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var note = random.Next(2) == 0 ? WhatsAppPeople.Direct("A1", "hello") : WhatsAppPeople.InGroup("A1", "hello @15550009999").Naming("1@lid");
            note["quoted"] = new JsonObject { ["id"] = "Q", ["sender"] = "1:2@lid", ["text"] = "x", ["fromMe"] = false };
            for (var changes = random.Next(0, 4); changes > 0; changes--)
                Change(note, random);
            var line = Encoding.UTF8.GetBytes(new JsonObject { ["event"] = "message", ["data"] = note }.ToJsonString());
            if (random.Next(10) == 0)
                line[random.Next(line.Length)] = (byte)random.Next(256);
            if (BridgeFrame.Read(line) is not { Event: "message" } frame)
                continue;
            try
            {
                mapped += mapper.Map(frame.Data.Deserialize(BridgeJson.Default.MessageNote)!, me) is null ? 0 : 1;
                read++;
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // Put aside.
            }
        }

        Assert.InRange(read, 5_000, 20_000);
        Assert.InRange(mapped, 2_000, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"ok\":true}")]
    [InlineData("{\"event\":7}")]
    [InlineData("{\"id\":99999999999999999999,\"ok\":true}")]
    [InlineData("[[[[[[[[")]
    [InlineData("Closing session: SessionEntry {")]
    public void What_is_none_of_the_protocol_is_nothing(string line) => Assert.Null(BridgeFrame.Read(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("node \"/a b/c.mjs\" --x", "node|/a b/c.mjs|--x")]
    [InlineData("\"/usr/my node\"", "/usr/my node")]
    [InlineData("  x  \"\"  y ", "x||y")]
    public void A_command_line_is_words(string line, string words)
    {
        var command = SidecarCommand.Parse(line)!;
        Assert.Equal(words, string.Join('|', command.Arguments.Prepend(command.Program)));
    }

    [Fact]
    public void Numbers_and_keys_are_taken_out_of_what_is_logged()
    {
        Assert.Equal("for [number]@s.whatsapp.net", StderrTail.Clean("for 15550009999@s.whatsapp.net"));
        Assert.Equal("priv <Buffer [key]>", StderrTail.Clean("priv <Buffer 01 02 03 04 05 06 07 08 >"));
        Assert.Equal("key [key] end", StderrTail.Clean("key QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY= end"));
        Assert.Equal("Error: port 3000", StderrTail.Clean("Error:\u001b port 3000"));
    }

    private static void Change(JsonObject note, Random random)
    {
        var places = Objects(note).ToList();
        var place = places[random.Next(places.Count)];
        var keys = place.Select(static one => one.Key).ToList();
        if (keys.Count == 0)
            return;
        place[keys[random.Next(keys.Count)]] = random.Next(9) switch
        {
            0 => null,
            1 => -1,
            2 => long.MaxValue,
            3 => 1.5,
            4 => new string('x', random.Next(0, 300)),
            5 => "@",
            6 => new JsonArray(1, "a", null, new JsonObject()),
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

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Dribble(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, 40))], cancellationToken);
    }
}
