using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Plugins;

namespace OpenClaw.Testing.Gateway;

/// <summary>What one generation, or one account of it, is lent; it ends as the gateway's does.</summary>
internal sealed partial class TestScope(PluginInfo plugin, JsonElement settings, string folder, string storage, TimeProvider clock, TestReport report)
    : IPluginScope, IAsyncDisposable
{
    private const int MaxEvent = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TestClock _clock = new(clock);
    private readonly List<HttpClient> _clients = [];
    private readonly List<(string Name, Task Work)> _loops = [];
    private readonly List<TestStoppingAction> _actions = [];
    private bool _ended;

    public PluginInfo Plugin => plugin;

    public JsonElement Settings => settings;

    public string StorageDirectory { get; } = Directory.CreateDirectory(storage).FullName;

    public string PluginDirectory => folder;

    public TimeProvider Clock => _clock;

    public CancellationToken Stopping => _stopping.Token;

    public ILogger CreateLogger(string category) => NullLogger.Instance;

    public HttpClient CreateHttpClient(PluginHttpSettings? settings = null)
    {
        ThrowIfEnded("create an HTTP client");
        var limits = settings ?? new PluginHttpSettings();
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = limits.FollowRedirects,
            UseCookies = false,
            ConnectTimeout = limits.ConnectTimeout,
            UseProxy = false,
        };
        var client = new HttpClient(handler) { BaseAddress = limits.BaseAddress, Timeout = limits.Timeout, MaxResponseContentBufferSize = limits.MaxResponseBytes };
        lock (_gate)
            _clients.Add(client);
        return client;
    }

    public void ProtectSecret(string secret) => report.AddSecret(secret);

    public bool PublishEvent(string name, JsonElement payload)
    {
        ThrowIfEnded("publish an event");
        if (name is null || !EventName().IsMatch(name))
            throw new ArgumentException($"'{name}' is no name of an event. Use 1 to 64 of a-z 0-9 . _ -, starting with a letter.", nameof(name));
        if (payload.ValueKind != JsonValueKind.Object || payload.GetRawText().Length > MaxEvent)
            throw new ArgumentException($"The payload must be an object of at most {MaxEvent} characters.", nameof(payload));
        report.AddEvent(new TestEvent($"plugin.{plugin.Id}.{name}", payload.Clone()));
        return true;
    }

    public void Run(string name, Func<CancellationToken, Task> work)
    {
        ThrowIfEnded($"start the loop {name}");
        using var flow = ExecutionContext.SuppressFlow();
        lock (_gate)
            _loops.Add((name, Task.Run(() => GuardAsync(name, work))));
    }

    public IDisposable OnStopping(Func<CancellationToken, Task> action)
    {
        ThrowIfEnded("ask for a call at its stop");
        var entry = new TestStoppingAction(action, Forget);
        lock (_gate)
            _actions.Add(entry);
        return entry;
    }

    public async Task EndAsync()
    {
        await _stopping.CancelAsync();
        foreach (var (name, work) in _loops.ToArray())
        {
            if (await Task.WhenAny(work, Task.Delay(Patience)) != work)
                report.AddFault($"loop {name}", "It did not end when it was asked to.");
        }

        using var deadline = new CancellationTokenSource(Patience);
        while (_actions.Count > 0)
        {
            var last = _actions[^1];
            Forget(last);
            await report.TryAsync("stopping action", () => last.Action(deadline.Token).WaitAsync(deadline.Token));
        }

        _ended = true;
        _clock.End();
        _clients.ForEach(static client => client.Dispose());
        _clients.Clear();
        _loops.Clear();
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    // As in the gateway: a loop that throws is reported and begins again.
    private async Task GuardAsync(string name, Func<CancellationToken, Task> work)
    {
        var done = false;
        while (!done && !Stopping.IsCancellationRequested)
        {
            await report.TryAsync($"loop {name}", async () =>
            {
                try
                {
                    await work(Stopping);
                    done = true;
                }
                catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
                {
                    // That is how a loop is asked to end.
                }
            });
            if (!done)
                await Task.Delay(Pause, Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Forget(TestStoppingAction action)
    {
        lock (_gate)
            _actions.Remove(action);
    }

    private void ThrowIfEnded(string attempt)
    {
        if (_ended)
            throw new PluginStoppedException($"Plugin {plugin.Id} has stopped and cannot {attempt}.");
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex EventName();
}
