using System.Text.Json;
using OpenClaw.Host.Storage;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>
/// What one generation, or one channel account of it, is lent. Ends in three steps: stopping is signalled, work is awaited,
/// and everything handed out is taken back.
/// </summary>
internal sealed class PluginScope : IPluginScope, IDisposable
{
    private const int MaxSecrets = 1_024;

    private readonly PluginScopeSettings _settings;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _revoked = new();
    private readonly ScopedTimeProvider _clock;
    private readonly PluginHttpClients _http;
    private readonly PluginLoops _loops;
    private readonly StoppingActions _actions = new();
    private int _secrets;
    private int _ended;

    public PluginScope(PluginScopeSettings settings)
    {
        _settings = settings;
        Stopping = _stopping.Token;
        _clock = new ScopedTimeProvider(settings.Clock, settings.Plugin.Id, settings.ReportFault, settings.Slot);
        _http = new PluginHttpClients(settings.Plugin.Id, _revoked.Token);
        _loops = new PluginLoops(settings.Plugin.Id, settings.Clock, settings.ReportFault);
        LoggerFactory = new PluginLoggerFactory(settings.Loggers, settings.Plugin.Id, new PluginText(settings.Secrets.Redact));
        StatePaths.CreatePrivate(settings.StorageDirectory);
    }

    public PluginInfo Plugin => _settings.Plugin;

    public JsonElement Settings => _settings.Settings;

    public string StorageDirectory => _settings.StorageDirectory;

    public string PluginDirectory => _settings.PluginDirectory;

    public TimeProvider Clock => _clock;

    public CancellationToken Stopping { get; }

    public PluginLoggerFactory LoggerFactory { get; }

    public ILogger CreateLogger(string category)
    {
        ThrowIfRevoked("create a logger");
        return LoggerFactory.CreateLogger(category);
    }

    public HttpClient CreateHttpClient(PluginHttpSettings? settings = null)
    {
        ThrowIfRevoked("create an HTTP client");
        return _http.Create(settings ?? new PluginHttpSettings());
    }

    public void ProtectSecret(string secret)
    {
        ThrowIfRevoked("protect a secret");
        if (Interlocked.Increment(ref _secrets) > MaxSecrets)
            throw new InvalidOperationException($"Plugin {Plugin.Id} has protected {MaxSecrets} secrets. Protect each one once.");
        _settings.Secrets.Register(secret);
    }

    public void Run(string name, Func<CancellationToken, Task> work)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfStopping($"start the loop {name}");
        _loops.Start(name, work, Stopping);
    }

    public IDisposable OnStopping(Func<CancellationToken, Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        ThrowIfStopping("ask for a call at its stop");
        return _actions.Add(action);
    }

    public bool PublishEvent(string name, JsonElement payload)
    {
        ThrowIfRevoked("publish an event");
        return _settings.Events?.Publish(name, payload) ?? false;
    }

    /// <summary>First step: asks everything to stop. Callbacks on the token are the plugin's code, so the wait is bounded.</summary>
    public async Task SignalAsync(CancellationToken deadline)
    {
        try
        {
            await _stopping.CancelAsync().WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            _settings.ReportFault("stop", new TimeoutException("A callback on the Stopping token did not return."));
        }
        catch (Exception exception)
        {
            _settings.ReportFault("stop", exception);
        }
    }

    /// <summary>Second step: waits for loops, then runs the stopping actions.</summary>
    public async Task EndWorkAsync(TimeSpan patience)
    {
        using (var loops = new CancellationTokenSource(patience, _settings.Clock))
            await _loops.WaitAsync(loops.Token);
        using var actions = new CancellationTokenSource(patience, _settings.Clock);
        await _actions.RunAsync(_settings.ReportFault, actions.Token);
    }

    /// <summary>Last step: what was handed out stops working. Never throws.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return;
        _revoked.Cancel();
        _clock.End();
        _http.DisposeAll();
        _loops.Clear();
        _actions.Clear();
        _stopping.Dispose();
        _revoked.Dispose();
    }

    /// <summary>A scope for one account: its own settings, storage and end, the same plugin.</summary>
    public PluginScope CreateChild(string storageName, JsonElement settings) =>
        new(_settings with { Settings = settings, StorageDirectory = Path.Combine(StorageDirectory, "accounts", storageName) });

    private void ThrowIfStopping(string attempt)
    {
        if (Stopping.IsCancellationRequested)
            throw Stopped(attempt);
    }

    private void ThrowIfRevoked(string attempt)
    {
        if (_revoked.IsCancellationRequested)
            throw Stopped(attempt);
    }

    private PluginStoppedException Stopped(string attempt) =>
        new($"Plugin {Plugin.Id} (generation {Plugin.Generation}) has stopped and cannot {attempt}.");
}
