using System.Net;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Makes the HTTP clients of one scope and disposes them with it.</summary>
internal sealed class PluginHttpClients(string pluginId, CancellationToken revoked)
{
    private const int MaxClients = 256;
    private const int MaxRedirects = 5;

    private readonly Lock _lock = new();
    private readonly List<WeakReference<HttpClient>> _clients = [];

    public HttpClient Create(PluginHttpSettings settings)
    {
        var client = new HttpClient(new RevocableHandler(Network(settings), pluginId, revoked))
        {
            BaseAddress = settings.BaseAddress,
            Timeout = settings.Timeout,
            MaxResponseContentBufferSize = settings.MaxResponseBytes,
        };
        try
        {
            Track(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        return client;
    }

    public void DisposeAll()
    {
        lock (_lock)
        {
            foreach (var reference in _clients)
            {
                if (reference.TryGetTarget(out var client))
                    client.Dispose();
            }

            _clients.Clear();
        }
    }

    private void Track(HttpClient client)
    {
        lock (_lock)
        {
            _clients.RemoveAll(static reference => !reference.TryGetTarget(out _));
            if (_clients.Count >= MaxClients)
                throw new InvalidOperationException($"Plugin {pluginId} holds {MaxClients} HTTP clients. Make one for each far end and keep it.");
            _clients.Add(new WeakReference<HttpClient>(client));
        }
    }

    private static SocketsHttpHandler Network(PluginHttpSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = settings.FollowRedirects,
            MaxAutomaticRedirections = MaxRedirects,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = settings.ConnectTimeout,
            // Addresses change while a gateway runs for weeks.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (settings.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy);
        return handler;
    }
}
