using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>Discord's gateway with its sessions.</summary>
internal sealed class FakeGateway(Func<string> origin)
{
    private readonly Lock _gate = new();
    private readonly List<FakeSession> _sessions = [];
    private readonly ConcurrentDictionary<GatewayPeer, FakeSession?> _peers = [];
    private readonly ConcurrentQueue<JsonObject> _received = [];
    private readonly SemaphoreSlim _heard = new(0);
    private DateTimeOffset _lastIdentify;
    private int _sessionCount;

    public string AcceptedToken { get; set; } = FakeDiscord.Token;

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan IdentifyPause { get; set; } = TimeSpan.FromSeconds(4.5);

    public bool Acknowledges { get; set; } = true;

    public bool SaysHello { get; set; } = true;

    /// <summary>What is said before HELLO.</summary>
    public string? FirstFrame { get; set; }

    /// <summary>What happens to a RESUME instead of going on.</summary>
    public Func<GatewayPeer, Task>? OnResume { get; set; }

    /// <summary>With which number an IDENTIFY is answered instead of READY.</summary>
    public int? IdentifyCloses { get; set; }

    public List<JsonObject> Guilds { get; } = [Chats.GuildNamed()];

    public IReadOnlyList<JsonObject> Received => [.. _received];

    public IReadOnlyList<GatewayPeer> Peers => [.. _peers.Keys];

    public int Count(int opcode) => _received.Count(frame => (int)frame["op"]! == opcode);

    /// <summary>Waits until the bot has said something so many times.</summary>
    public async Task<JsonObject> HeardAsync(int opcode, int times = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var frames = Received.Where(frame => (int)frame["op"]! == opcode).ToList();
            if (frames.Count >= times)
                return frames[times - 1];
            try
            {
                await _heard.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Operation {opcode} was said {frames.Count} times; heard: {string.Join(' ', Received.Select(static frame => (int)frame["op"]!))}");
            }
        }
    }

    /// <summary>Something happens.</summary>
    public void Tell(string name, JsonObject data)
    {
        var guild = ulong.TryParse((string?)data["guild_id"], out var id) ? id : 0;
        lock (_gate)
        {
            foreach (var session in _sessions.Where(session => session.Serves(guild)))
                session.Add(name, data);
        }
    }

    /// <summary>Something happens, whatever it is, and every session hears of it.</summary>
    public void TellAll(string name, JsonObject data)
    {
        lock (_gate)
        {
            foreach (var session in _sessions)
                session.Add(name, data);
        }
    }

    /// <summary>Says something to all that are connected.</summary>
    public void Say(JsonObject frame)
    {
        foreach (var peer in Peers)
            peer.Send(frame);
    }

    public void SayRaw(string text)
    {
        foreach (var peer in Peers)
            peer.SendRaw(text);
    }

    public void Repeat(string name)
    {
        lock (_gate)
            _sessions[^1].Repeat(name);
    }

    public void Cut()
    {
        foreach (var peer in Peers)
            peer.Cut();
    }

    public Task CloseAsync(int code) => Task.WhenAll(Peers.Select(peer => peer.CloseAsync(code)));

    /// <summary>Forgets all sessions, as Discord does with old ones.</summary>
    public void ForgetSessions()
    {
        lock (_gate)
            _sessions.Clear();
    }

    public async Task ServeAsync(WebSocket socket, string path)
    {
        var peer = new GatewayPeer(socket, path);
        _peers[peer] = null;
        try
        {
            if (FirstFrame is { } first)
                peer.SendRaw(first);
            if (SaysHello)
                peer.Send(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = HeartbeatInterval.TotalMilliseconds }, ["s"] = null, ["t"] = null });
            await peer.RunAsync(ReceivedAsync);
        }
        finally
        {
            _peers.TryRemove(peer, out var session);
            lock (_gate)
            {
                if (session?.Peer == peer)
                    session.Peer = null;
            }
        }
    }

    private async Task ReceivedAsync(GatewayPeer peer, JsonObject frame)
    {
        var reply = (int?)frame["op"] switch
        {
            1 => Acknowledge(peer),
            2 => IdentifyAsync(peer, frame["d"]!.AsObject()),
            6 => ResumeAsync(peer, frame["d"]!.AsObject()),
            3 or 8 => Task.CompletedTask,
            _ => peer.CloseAsync(4001),
        };
        await reply;
        _received.Enqueue(frame);
        _heard.Release();
    }

    private Task Acknowledge(GatewayPeer peer)
    {
        if (Acknowledges)
            peer.Send(new JsonObject { ["op"] = 11 });
        return Task.CompletedTask;
    }

    private Task IdentifyAsync(GatewayPeer peer, JsonObject content)
    {
        lock (_gate)
        {
            var now = DateTimeOffset.UtcNow;
            if (IdentifyCloses is { } code)
                return peer.CloseAsync(code);
            if ((string?)content["token"] != AcceptedToken)
                return peer.CloseAsync(4004);
            if (_peers[peer] is not null)
                return peer.CloseAsync(4005);
            if (now - _lastIdentify < IdentifyPause)
            {
                peer.Send(new JsonObject { ["op"] = 9, ["d"] = false });
                return Task.CompletedTask;
            }

            _lastIdentify = now;
            var shard = content["shard"]?.AsArray();
            var session = new FakeSession($"session-{++_sessionCount}", (int?)shard?[0] ?? 0, (int?)shard?[1] ?? 1) { Peer = peer };
            _sessions.Add(session);
            _peers[peer] = session;
            session.Add("READY", new JsonObject
            {
                ["v"] = 10,
                ["user"] = Chats.User(FakeDiscord.BotId, FakeDiscord.BotName, isBot: true),
                ["session_id"] = session.Id,
                ["resume_gateway_url"] = $"{origin().Replace("http", "ws", StringComparison.Ordinal)}/resume",
                ["guilds"] = new JsonArray(),
                ["application"] = new JsonObject { ["id"] = FakeDiscord.ApplicationId, ["flags"] = 0 },
            });
            foreach (var guild in Guilds.Where(guild => session.Serves(ulong.Parse((string)guild["id"]!, System.Globalization.CultureInfo.InvariantCulture))))
                session.Add("GUILD_CREATE", guild);
            return Task.CompletedTask;
        }
    }

    private Task ResumeAsync(GatewayPeer peer, JsonObject content)
    {
        if (OnResume is { } instead)
            return instead(peer);
        lock (_gate)
        {
            var session = _sessions.FirstOrDefault(one => one.Id == (string?)content["session_id"]);
            if (session is null || (string?)content["token"] != AcceptedToken)
            {
                peer.Send(new JsonObject { ["op"] = 9, ["d"] = false });
                return Task.CompletedTask;
            }

            session.Peer = peer;
            _peers[peer] = session;
            session.Replay((long)content["seq"]!);
            session.Add("RESUMED", new JsonObject());
            return Task.CompletedTask;
        }
    }
}
