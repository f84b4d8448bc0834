using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>
/// The bridge's twin: processes that speak its protocol and keep, as it does, what was not taken, and behind them a WhatsApp in memory: who
/// is linked, what was sent, what waits.
/// </summary>
internal sealed class FakeWhatsApp : IAsyncDisposable
{
    public const string Me = "15550009999";
    public const string MyLid = "77770009999@lid";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _gate = new();
    private readonly ChatLog _log = new();
    private readonly ChangeSignal _changed = new();
    private readonly List<BridgeRequest> _requests = [];
    private readonly Mailbox _mail = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<BridgeFault>> _faults = new(StringComparer.Ordinal);
    private readonly List<FakeBridge> _bridges = [];
    private readonly string _root = Directory.CreateTempSubdirectory("openclaw-whatsapp-").FullName;
    private readonly Task _accepting;

    public FakeWhatsApp(bool linked = true)
    {
        _listener.Start();
        Directory.CreateDirectory(AuthDir);
        if (linked)
            Link(AuthDir);
        _accepting = AcceptAsync();
    }

    public string AuthDir => Path.Combine(_root, "auth");

    /// <summary>The command line of a process that is led by this.</summary>
    public string Sidecar => SidecarLine.For(((IPEndPoint)_listener.LocalEndpoint).Port);

    /// <summary>What the first line says; nothing for a bridge that stays silent.</summary>
    public JsonObject? Hello { get; set; } = new() { ["protocol"] = 1, ["node"] = "v20.0.0", ["baileys"] = "fake", ["pid"] = 1 };

    /// <summary>What WhatsApp answers to the next connections in place of opening them.</summary>
    public ConcurrentQueue<JsonObject> Closes { get; } = new();

    /// <summary>Exit codes of the next processes, which end before they say anything.</summary>
    public ConcurrentQueue<byte> EarlyExits { get; } = new();

    /// <summary>How long ago WhatsApp sent something, as pings tell.</summary>
    public long IdleMs { get; set; } = 10;

    public bool IsLinked => File.Exists(Path.Combine(AuthDir, "creds.json"));

    public FakeBridge Bridge => Of(() => _bridges[^1]);

    public int Starts => Of(() => _bridges.Count);

    public IReadOnlyList<SentMessage> Sent => _log.Sent;

    public IReadOnlyList<BridgeRequest> Requests => Of(() => (IReadOnlyList<BridgeRequest>)[.. _requests]);

    public int Waiting => _mail.Count;

    public void Fail(string op, params BridgeFault[] faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd(op, static _ => new()).Enqueue(fault);
    }

    /// <summary>Somebody writes, or reacts. Kept until it is taken, whatever happens to the process.</summary>
    public async Task SayAsync(JsonObject data, string kind = "message")
    {
        FakeBridge? bridge;
        lock (_gate)
        {
            _mail.Add(kind, data);
            bridge = _bridges.LastOrDefault(static one => one.IsOpen);
        }

        if (bridge is not null)
            await bridge.EventAsync(kind, data.DeepClone().AsObject());
    }

    /// <summary>Somebody scans the code, or types it: the credentials are written, and the connection begins anew.</summary>
    public async Task ScanAsync()
    {
        Link(AuthDir);
        await Bridge.EventAsync("creds", new JsonObject { ["linked"] = true, ["me"] = BridgeNotes.Account() });
        await CloseAsync(515, "restart required", restartRequired: true);
    }

    public Task ShowQrAsync(string text) => Bridge.EventAsync("qr", new JsonObject { ["qr"] = text, ["generation"] = Bridge.Generation });

    public async Task CloseAsync(int? status, string reason, bool restartRequired = false, bool loggedOut = false)
    {
        var bridge = Bridge;
        bridge.IsOpen = false;
        await bridge.EventAsync("connection", BridgeNotes.Close(bridge.Generation, status, reason, restartRequired, loggedOut));
    }

    public Task UntilAsync(Func<bool> isSo, TimeSpan? patience = null) => _changed.UntilAsync(isSo, patience ?? TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (var bridge in Of(() => _bridges.ToList()))
            bridge.Dispose();
        await _accepting;
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // A test looked at what becomes of it.
        }
    }

    private static void Link(string folder) =>
        File.WriteAllText(Path.Combine(folder, "creds.json"), $$"""{ "me": { "id": "{{Me}}:3@s.whatsapp.net", "name": "Claw" } }""");

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var bridge = new FakeBridge(await _listener.AcceptTcpClientAsync());
                lock (_gate)
                    _bridges.Add(bridge);
                _ = LeadAsync(bridge);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task LeadAsync(FakeBridge bridge)
    {
        try
        {
            await bridge.RunAsync(() => GreetAsync(bridge), request => HandleAsync(bridge, request));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or SocketException)
        {
            // The process is gone.
        }

        bridge.IsOpen = false;
        _changed.Raise();
    }

    private async Task GreetAsync(FakeBridge bridge)
    {
        if (EarlyExits.TryDequeue(out var code))
        {
            await bridge.ErrorAsync("Error: cannot find what I need, asked by +1 555 000 99 99 / 15550009999");
            await bridge.ExitAsync(code);
        }
        else if (Hello is { } hello)
        {
            hello = hello.DeepClone().AsObject();
            hello["pid"] = bridge.Pid;
            await bridge.EventAsync("hello", hello);
        }

        _changed.Raise();
    }

    private async Task HandleAsync(FakeBridge bridge, BridgeRequest request)
    {
        lock (_gate)
            _requests.Add(request);
        if (_faults.TryGetValue(request.Op, out var faults) && faults.TryDequeue(out var fault))
        {
            if (fault.IsApplied)
                _log.Apply(request);
            await fault.Do(bridge, request);
        }
        else
        {
            await AnswerAsync(bridge, request);
        }

        _changed.Raise();
    }

    private Task AnswerAsync(FakeBridge bridge, BridgeRequest request) => request.Op switch
    {
        "start" => StartAsync(bridge, request),
        "stop" => bridge.AnswerAsync(request, new JsonObject()),
        "ping" => bridge.AnswerAsync(request, new JsonObject { ["pong"] = true, ["idleMs"] = bridge.IsOpen ? IdleMs : null }),
        "taken" => TakenAsync(bridge, request),
        "logout" => LogoutAsync(bridge, request),
        "pairingCode" => bridge.AnswerAsync(request, new JsonObject { ["code"] = "ABCD-2345" }),
        "groups" => bridge.AnswerAsync(request, new JsonArray(WhatsAppPeople.GroupInfo())),
        "groupInfo" => bridge.AnswerAsync(request, WhatsAppPeople.GroupInfo()),
        "sendText" or "sendMedia" or "poll" or "edit" or "delete" or "react" => bridge.AnswerAsync(request, new JsonObject { ["id"] = _log.Apply(request), ["timestamp"] = 1_750_000_000 }),
        "presence" or "read" => bridge.AnswerAsync(request, new JsonObject()),
        _ => bridge.LineAsync(new JsonObject { ["id"] = request.Id, ["ok"] = false, ["error"] = new JsonObject { ["code"] = "INVALID_REQUEST", ["message"] = "unknown op" } }),
    };

    private async Task StartAsync(FakeBridge bridge, BridgeRequest request)
    {
        bridge.Generation++;
        await bridge.AnswerAsync(request, new JsonObject { ["generation"] = bridge.Generation });
        await bridge.EventAsync("connection", BridgeNotes.Connecting(bridge.Generation));
        if (Closes.TryDequeue(out var close))
        {
            close["state"] = "close";
            close["generation"] = bridge.Generation;
            await bridge.EventAsync("connection", close);
        }
        else if (!IsLinked)
        {
            await ShowQrAsync("https://wa.me/settings/linked_devices#first");
        }
        else
        {
            await bridge.EventAsync("connection", BridgeNotes.Open(bridge.Generation));
            IReadOnlyList<(string Spool, string Event, JsonObject Data)> waiting;
            lock (_gate)
            {
                bridge.IsOpen = true;
                waiting = _mail.All;
            }

            foreach (var one in waiting)
                await bridge.EventAsync(one.Event, one.Data.DeepClone().AsObject());
        }
    }

    private Task TakenAsync(FakeBridge bridge, BridgeRequest request)
    {
        _mail.Take(request.Params["ids"]!.AsArray());
        return bridge.AnswerAsync(request, new JsonObject());
    }

    private async Task LogoutAsync(FakeBridge bridge, BridgeRequest request)
    {
        File.Delete(Path.Combine(AuthDir, "creds.json"));
        await bridge.AnswerAsync(request, new JsonObject());
        await CloseAsync(401, "logged out", loggedOut: true);
    }

    private T Of<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }
}
