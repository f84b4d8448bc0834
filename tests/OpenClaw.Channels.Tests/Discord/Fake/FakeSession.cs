using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>What Discord keeps for one connection of a bot: its events, also those that were sent.</summary>
internal sealed class FakeSession(string id, int shard, int shards)
{
    private readonly List<(long Sequence, string Name, JsonNode? Data)> _events = [];

    public string Id => id;

    public GatewayPeer? Peer { get; set; }

    public long Sequence { get; private set; }

    public bool Serves(ulong guild) => (guild >> 22) % (ulong)shards == (ulong)shard;

    public void Add(string name, JsonNode? data)
    {
        _events.Add((++Sequence, name, data?.DeepClone()));
        Peer?.Send(Frame(_events[^1]));
    }

    public void Replay(long after)
    {
        foreach (var one in _events.Where(one => one.Sequence > after))
            Peer?.Send(Frame(one));
    }

    /// <summary>Sends an event that was sent before.</summary>
    public void Repeat(string name) => Peer?.Send(Frame(_events.Last(one => one.Name == name)));

    private static JsonObject Frame((long Sequence, string Name, JsonNode? Data) one) =>
        new() { ["op"] = 0, ["d"] = one.Data?.DeepClone(), ["s"] = one.Sequence, ["t"] = one.Name };
}
