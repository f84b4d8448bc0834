using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Plugins;

namespace OpenClaw.Host.Tests.Configuration.Reload;

/// <summary>A real file that is followed as in a gateway.</summary>
internal sealed class ReloadFixture : IAsyncDisposable, IEventPublisher, IConnections
{
    private readonly ConfigFixture _config;
    private readonly ConfigurationMetrics _metrics = new();
    private readonly ConfigReloader _reloader;
    private readonly ConfigWriter _writer;

    public ReloadFixture(string settings, string reload = "mode: 'hybrid'", bool link = false)
    {
        _config = new ConfigFixture(Text(settings, reload));
        if (link)
        {
            Directory.CreateDirectory(Path.Combine(Directory.GetParent(File)!.FullName, "elsewhere"));
            System.IO.File.Move(File, LinkTarget);
            System.IO.File.CreateSymbolicLink(File, LinkTarget);
        }

        Source = new ConfigSource(_config.Load(), new SecretRegistry());
        Restart = new RestartSignal(Lifetime, TimeProvider.System);
        var log = new ReloadLog(Loggers);
        Activation = new ConfigActivation(_config.Paths, Source, Restart, this, this, TimeProvider.System, log, new HealthNews());
        _reloader = new ConfigReloader(_config.Paths, Source, Activation, Lifetime, TimeProvider.System, log);
        _writer = new ConfigWriter(_config.Paths, Source, _metrics, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ConfigWriter>.Instance);
    }

    public ConfigSource Source { get; }

    public ConfigActivation Activation { get; }

    public RestartSignal Restart { get; }

    public TestLifetime Lifetime { get; } = new();

    public RecordingLoggers Loggers { get; } = new();

    public string File => _config.Paths.ConfigFile;

    public string LinkTarget => Path.Combine(Path.GetDirectoryName(File)!, "elsewhere", "real.json");

    public string LastGood => File + ".last-good";

    public int Detections => Loggers.Entries.Count(static entry => entry.Message.StartsWith("config change detected", StringComparison.Ordinal));

    public static string Text(string settings, string reload = "mode: 'hybrid'") =>
        $"{{ gateway: {{ mode: 'local', port: 21010, auth: {{ mode: 'token', token: 'some-stored-token' }}, reload: {{ {reload}, debounceMs: 30 }} }}, {settings} }}";

    /// <summary>Starts to follow, and waits until the first look is over: it keeps the good content.</summary>
    public async Task<ReloadFixture> StartAsync()
    {
        await _reloader.StartAsync(CancellationToken.None);
        Lifetime.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!System.IO.File.Exists(LastGood))
            await Task.Delay(10, patience.Token);
        return this;
    }

    /// <summary>Replaces the file as editors do.</summary>
    public void Save(string settings, string reload = "mode: 'hybrid'")
    {
        var fresh = File + ".new";
        System.IO.File.WriteAllText(fresh, Text(settings, reload));
        System.IO.File.Move(fresh, File, overwrite: true);
    }

    public async Task<ReloadDecision> WriteAsync(string patch)
    {
        var hash = (await ConfigHash.OpenAsync(_config.Paths)).Compute(await System.IO.File.ReadAllBytesAsync(File));
        var written = await _writer.WriteAsync(new ConfigChange { Method = "config.patch", Author = "test", Raw = patch, BaseHash = hash, IsPatch = true }, CancellationToken.None);
        return Activation.Activate(written.Result, written.Hash);
    }

    public void Reread() => _reloader.Reread();

    public Task LoggedAsync(string beginning, int count = 1) =>
        Loggers.WaitAsync(message => message.StartsWith(beginning, StringComparison.Ordinal), count);

    public Task AppliedAsync(string paths, int count = 1) =>
        Loggers.WaitAsync(message => message == $"config hot reload applied ({paths})" || message == $"config change applied (dynamic reads: {paths})", count);

    public void Publish(GatewayEvent gatewayEvent)
    {
    }

    public bool IsConnected(string deviceId, string? role = null) => false;

    public void CloseDevice(string deviceId, string? role = null)
    {
    }

    public void CloseAuthenticatedBy(IReadOnlyCollection<string> authMethods)
    {
    }

    public bool Any(Func<RpcCaller, bool> matches) => false;

    public bool SendTo(string connectionId, GatewayEvent gatewayEvent) => false;

    public async ValueTask DisposeAsync()
    {
        await _reloader.StopAsync(CancellationToken.None);
        _reloader.Dispose();
        _writer.Dispose();
        Restart.Dispose();
        Lifetime.Dispose();
        _metrics.Dispose();
        _config.Dispose();
    }
}
