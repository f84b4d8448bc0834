using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
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
    private readonly List<SentMessage> _sent = [];
    private readonly List<BridgeRequest> _requests = [];
    private readonly List<(string Spool, string Event, JsonObject Data)> _waiting = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<BridgeFault>> _faults = new(StringComparer.Ordinal);
    private readonly List<FakeBridge> _bridges = [];
    private readonly string _root = Directory.CreateTempSubdirectory("openclaw-whatsapp-").FullName;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;

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
    public string Sidecar => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{DotNet}\" exec \"{Path.Combine(AppContext.BaseDirectory, "OpenClaw.FakeSidecar.dll")}\" {((IPEndPoint)_listener.LocalEndpoint).Port}");

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

    public IReadOnlyList<SentMessage> Sent => Of(() => (IReadOnlyList<SentMessage>)[.. _sent]);

    public IReadOnlyList<BridgeRequest> Requests => Of(() => (IReadOnlyList<BridgeRequest>)[.. _requests]);

    public int Waiting => Of(() => _waiting.Count);

    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/share/dotnet", "dotnet");

    public void Fail(string op, params BridgeFault[] faults)
    {
        foreach (var fault in faults)
            _faults.GetOrAdd(op, static _ => new()).Enqueue(fault);
    }

    /// <summary>Somebody writes, or reacts. Kept until it is taken, whatever happens to the process.</summary>
    public async Task SayAsync(JsonObject data, string kind = "message")
    {
        var spool = Of(() => $"s{++_lastId}");
        data["spool"] = spool;
        FakeBridge? bridge;
        lock (_gate)
        {
            _waiting.Add((spool, kind, data));
            bridge = _bridges.LastOrDefault(static one => one.IsOpen);
        }

        if (bridge is not null)
            await bridge.EventAsync(kind, data.DeepClone().AsObject());
    }

    /// <summary>Somebody scans the code, or types it: the credentials are written, and the connection begins anew.</summary>
    public async Task ScanAsync()
    {
        Link(AuthDir);
        await Bridge.EventAsync("creds", new JsonObject { ["linked"] = true, ["me"] = Account() });
        await CloseAsync(515, "restart required", restartRequired: true);
    }

    public Task ShowQrAsync(string text) => Bridge.EventAsync("qr", new JsonObject { ["qr"] = text, ["generation"] = Bridge.Generation });

    public async Task CloseAsync(int? status, string reason, bool restartRequired = false, bool loggedOut = false)
    {
        var bridge = Bridge;
        bridge.IsOpen = false;
        await bridge.EventAsync("connection", Close(bridge, status, reason, restartRequired, loggedOut));
    }

    public async Task<IReadOnlyList<SentMessage>> UntilSentAsync(Func<IReadOnlyList<SentMessage>, bool> isSo, TimeSpan? patience = null)
    {
        await UntilAsync(() => isSo(Sent), patience);
        return Sent;
    }

    public async Task<BridgeRequest> AskedAsync(string op, int times = 1)
    {
        await UntilAsync(() => Requests.Count(one => one.Op == op) >= times);
        return Requests.Where(one => one.Op == op).ElementAt(times - 1);
    }

    public async Task UntilAsync(Func<bool> isSo, TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            var changed = _changed.Task;
            if (isSo())
                return;
            await changed.WaitAsync(TimeSpan.FromMilliseconds(200), deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

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

    private static JsonObject Account() => new() { ["jid"] = $"{Me}:3@s.whatsapp.net", ["lid"] = MyLid, ["name"] = "Claw" };

    private static void Link(string folder) =>
        File.WriteAllText(Path.Combine(folder, "creds.json"), $$"""{ "me": { "id": "{{Me}}:3@s.whatsapp.net", "name": "Claw" } }""");

    private static JsonObject Close(FakeBridge bridge, int? status, string reason, bool restartRequired = false, bool loggedOut = false) => new()
    {
        ["state"] = "close",
        ["generation"] = bridge.Generation,
        ["statusCode"] = status,
        ["reason"] = reason,
        ["restartRequired"] = restartRequired,
        ["loggedOut"] = loggedOut,
    };

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
        Changed();
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

        Changed();
    }

    private async Task HandleAsync(FakeBridge bridge, BridgeRequest request)
    {
        lock (_gate)
            _requests.Add(request);
        if (_faults.TryGetValue(request.Op, out var faults) && faults.TryDequeue(out var fault))
        {
            if (fault.IsApplied)
                Apply(request);
            await fault.Do(bridge, request);
        }
        else
        {
            await AnswerAsync(bridge, request);
        }

        Changed();
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
        "sendText" or "sendMedia" or "poll" or "edit" or "delete" or "react" => bridge.AnswerAsync(request, new JsonObject { ["id"] = Apply(request), ["timestamp"] = 1_750_000_000 }),
        "presence" or "read" => bridge.AnswerAsync(request, new JsonObject()),
        _ => bridge.LineAsync(new JsonObject { ["id"] = request.Id, ["ok"] = false, ["error"] = new JsonObject { ["code"] = "INVALID_REQUEST", ["message"] = "unknown op" } }),
    };

    private async Task StartAsync(FakeBridge bridge, BridgeRequest request)
    {
        bridge.Generation++;
        await bridge.AnswerAsync(request, new JsonObject { ["generation"] = bridge.Generation });
        await bridge.EventAsync("connection", new JsonObject { ["state"] = "connecting", ["generation"] = bridge.Generation });
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
            await bridge.EventAsync("connection", new JsonObject { ["state"] = "open", ["generation"] = bridge.Generation, ["me"] = Account() });
            List<(string Spool, string Event, JsonObject Data)> waiting;
            lock (_gate)
            {
                bridge.IsOpen = true;
                waiting = [.. _waiting];
            }

            foreach (var one in waiting)
                await bridge.EventAsync(one.Event, one.Data.DeepClone().AsObject());
        }
    }

    private Task TakenAsync(FakeBridge bridge, BridgeRequest request)
    {
        lock (_gate)
        {
            foreach (var id in request.Params["ids"]!.AsArray())
                _waiting.RemoveAll(one => one.Spool == (string?)id);
        }

        return bridge.AnswerAsync(request, new JsonObject());
    }

    private async Task LogoutAsync(FakeBridge bridge, BridgeRequest request)
    {
        File.Delete(Path.Combine(AuthDir, "creds.json"));
        await bridge.AnswerAsync(request, new JsonObject());
        await CloseAsync(401, "logged out", loggedOut: true);
    }

    private string Apply(BridgeRequest request)
    {
        lock (_gate)
        {
            var key = request.Params["key"]?.AsObject();
            if (request.Op is "edit" or "delete" && _sent.Find(one => one.Id == (string?)key?["id"]) is { } known)
            {
                known.Shown = request.Op == "edit" ? request.Text("text")! : "(deleted)";
                return known.Id;
            }

            var id = $"3EB0C1A0{++_lastId:X14}";
            var file = request.Text("path") is { } path ? File.ReadAllBytes(path) : null;
            _sent.Add(new SentMessage(request.Op, id, request.Text("to") ?? (string?)key?["chat"] ?? "", request.Text("text") ?? request.Text("caption") ?? request.Text("name") ?? request.Text("emoji") ?? "", request.Params) { File = file });
            return id;
        }
    }

    private T Of<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
