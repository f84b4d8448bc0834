using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>A plugin host over real plugins on disk, with a state directory of its own.</summary>
internal sealed class PluginTestHost : IAsyncDisposable
{
    private readonly TemporaryDirectory? _own;
    private readonly string _state;
    private readonly Dictionary<string, JsonElement> _settings = [];
    private readonly Dictionary<string, string> _disabled = [];
    private readonly Dictionary<string, PluginLimits> _limits = [];
    private PluginHost? _host;
    private PluginEnvironment? _environment;

    public PluginTestHost()
    {
        _own = new TemporaryDirectory();
        _state = _own.Path;
    }

    /// <summary>A host over a state directory that outlives it.</summary>
    public PluginTestHost(string state) => _state = state;

    public RecordingLoggers Loggers { get; } = new();

    public TestSecrets Secrets { get; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public List<CoreClaim> CoreClaims { get; } = [];

    public List<PluginRoot> Roots { get; } = [];

    public string UserRoot => Path.Combine(_state, "plugins");

    public string CacheDirectory => Path.Combine(_state, "cache");

    public string StateDirectory => _state;

    /// <summary>What the configuration of this moment says.</summary>
    public PluginSelection Selection => new()
    {
        Roots = Roots.Count > 0 ? Roots : [new PluginRoot(UserRoot, PluginOrigin.User)],
        Settings = id => _settings.TryGetValue(id, out var settings) ? settings : null,
        DisabledReason = id => _disabled.GetValueOrDefault(id),
        Limits = id => _limits.GetValueOrDefault(id, PluginLimits.Default),
        UsesChannel = Channels.Contains,
        Changed = Changed,
        SafeMode = SafeMode?.Reason,
    };

    public Func<PluginFolder, string?> Changed { get; set; } = static _ => null;

    /// <summary>Those the configuration has accounts of.</summary>
    public HashSet<string> Channels { get; } = [];

    public int UnloadRounds { get; init; } = 20;

    public FaultPolicy Faults { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where there is one, a boot marker is kept.</summary>
    public SafeMode? SafeMode { get; set; }

    public PluginEnvironment Environment => _environment ??= new PluginEnvironment(
        new PluginHostOptions
        {
            DataDirectory = Path.Combine(_state, "plugin-data"),
            CacheDirectory = CacheDirectory,
            BootDirectory = Path.Combine(_state, "plugin-boot"),
            ConfigureTimeout = Timeout,
            StartTimeout = Timeout,
            DrainTimeout = Timeout,
            RetireTimeout = Timeout,
            StopTimeout = Timeout,
            Faults = Faults,
            UnloadRounds = UnloadRounds,
        },
        Clock,
        Loggers,
        Secrets);

    public PluginHost Host => _host ?? throw new InvalidOperationException("Start first.");

    /// <summary>Installs test plugins by copying their folders.</summary>
    public PluginTestHost With(params string[] ids)
    {
        foreach (var id in ids)
            Install(id, UserRoot);
        return this;
    }

    public PluginTestHost Configure(string id, string settings)
    {
        _settings[id] = JsonElement.Parse(settings);
        return this;
    }

    public PluginTestHost Limit(string id, PluginLimits limits)
    {
        _limits[id] = limits;
        return this;
    }

    public PluginTestHost Disable(string id, string reason)
    {
        _disabled[id] = reason;
        return this;
    }

    public void Enable(string id) => _disabled.Remove(id);

    public static string Install(string id, string root)
    {
        var target = Path.Combine(root, id);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "test-plugins", id)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        return target;
    }

    public async Task<PluginTestHost> StartAsync()
    {
        SafeMode?.Begin(Environment);
        _host = new PluginHost(Environment, CoreClaims);
        await _host.StartAsync(Selection, CancellationToken.None);
        return this;
    }

    public Task<IReadOnlyList<PluginChange>> ApplyAsync(params string[] again) => Host.ApplyAsync(Selection, again, CancellationToken.None);

    public PluginStatus Status(string id) => Host.Plugins.First(plugin => plugin.Id == id);

    public void AssertRuns(string id) => Assert.True(Status(id).State == PluginState.Running, Status(id).Reason);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async Task<string> CallAsync(string tool, object? arguments = null, CancellationToken cancellationToken = default)
    {
        var result = await Host.Current.Tools[tool].Tool.InvokeAsync(Invocation(arguments), cancellationToken);
        return string.Concat(result.Content.OfType<OpenClaw.Content.TextPart>().Select(static part => part.Text));
    }

    public Task<string> ActAsync(string act) => CallAsync("good_acts", new { act });

    public static ToolInvocation Invocation(object? arguments = null) => new()
    {
        CallId = "call",
        Caller = ToolCaller.System,
        Arguments = JsonSerializer.SerializeToElement(arguments ?? new { }),
    };

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        _environment?.Dispose();
        _own?.Dispose();
    }
}
