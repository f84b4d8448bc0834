using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Plugins;

namespace OpenClaw.Agents.Tests.TestKit;

/// <summary>A scope that lends real things.</summary>
internal sealed class TestScope(TimeProvider? clock = null, string settings = "{}") : IPluginScope, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<HttpClient> _clients = [];

    public List<string> Secrets { get; } = [];

    public PluginInfo Plugin { get; } = new() { Id = "test", Version = "1.0.0", Name = "Test" };

    public JsonElement Settings { get; } = JsonElement.Parse(settings);

    public string StorageDirectory => throw new NotSupportedException();

    public string PluginDirectory => AppContext.BaseDirectory;

    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    public CancellationToken Stopping => _stopping.Token;

    public ILogger CreateLogger(string category) => NullLogger.Instance;

    public HttpClient CreateHttpClient(PluginHttpSettings? settings = null)
    {
        var limits = settings ?? new PluginHttpSettings();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = limits.FollowRedirects, UseCookies = false, ConnectTimeout = limits.ConnectTimeout, UseProxy = false };
        var client = new HttpClient(handler) { Timeout = limits.Timeout, MaxResponseContentBufferSize = limits.MaxResponseBytes };
        _clients.Add(client);
        return client;
    }

    public void ProtectSecret(string secret) => Secrets.Add(secret);

    public void Run(string name, Func<CancellationToken, Task> work) => throw new NotSupportedException();

    public IDisposable OnStopping(Func<CancellationToken, Task> action) => throw new NotSupportedException();

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _stopping.Dispose();
    }
}
