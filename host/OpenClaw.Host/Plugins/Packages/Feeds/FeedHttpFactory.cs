using System.Net;
using NuGet.Configuration;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>Makes the connections to feeds, each with its own credentials.</summary>
internal sealed class FeedHttpFactory(PackageLimits limits, TimeProvider time) : IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        // Follows no way from https to http, and takes no credentials along.
        MaxAutomaticRedirections = MaxRedirects,
        ConnectTimeout = limits.AnswerTimeout,
        UseCookies = false,
    })
    {
        // Each answer and each download has a deadline of its own.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", $"openclaw/{HostVersion.Text}" } },
    };

    public FeedHttp Create(Uri feed, bool allowInsecure, PackageSourceCredential? credential, PackageLimits answers) =>
        new(_client, feed, allowInsecure, credential is { } known && known.IsValid() ? (known.Username, known.Password) : null, answers, time);

    public void Dispose() => _client.Dispose();
}
