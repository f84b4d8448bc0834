namespace OpenClaw.Plugins;

/// <summary>Limits of an HTTP client made by <see cref="IPluginScope.CreateHttpClient"/>.</summary>
public sealed record PluginHttpSettings
{
    /// <summary>What relative request addresses are relative to.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>Time until the response headers. Streaming bodies are not covered. Default 100 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Time to connect. Default 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest buffered response, in bytes. Default 10 MiB. Does not apply to streamed bodies.</summary>
    public long MaxResponseBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Whether redirects are followed (at most 5). Default no.</summary>
    public bool FollowRedirects { get; init; }

    /// <summary>A proxy for this client, for example <c>http://127.0.0.1:8080</c> or <c>socks5://…</c>.</summary>
    public Uri? Proxy { get; init; }
}
