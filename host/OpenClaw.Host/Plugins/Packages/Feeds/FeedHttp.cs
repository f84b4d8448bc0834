using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>Asks one feed: bounded in bytes and time, again where that may help, and with credentials for its own address only.</summary>
internal sealed class FeedHttp(
    HttpClient client, Uri feed, bool allowInsecure, (string User, string Password)? credentials, PackageLimits limits, TimeProvider time)
{
    private const int BufferBytes = 81_920;

    /// <returns>Null when there is no such thing.</returns>
    public Task<byte[]?> GetAsync(Uri address, long most, CancellationToken cancellationToken) => AskAsync<byte[]?>(
        address,
        limits.AnswerTimeout,
        async (response, token) =>
        {
            var content = new MemoryStream();
            await CopyAsync(response, content, most, progress: null, token);
            return content.ToArray();
        },
        cancellationToken);

    /// <returns>Null when there is no such thing, else whether it came.</returns>
    public Task<object?> DownloadAsync(Uri address, Stream target, DownloadProgress? progress, CancellationToken cancellationToken) => AskAsync<object?>(
        address,
        limits.DownloadTimeout,
        async (response, token) =>
        {
            // What an attempt before this one has left.
            target.SetLength(0);
            await CopyAsync(response, target, limits.MaxPackageBytes, progress, token);
            return this;
        },
        cancellationToken);

    private async Task<T?> AskAsync<T>(Uri address, TimeSpan limit, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        RequireSafe(address);
        for (var attempt = 1; ; attempt++)
        {
            using var deadline = new CancellationTokenSource(limit, time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            string failure;
            TimeSpan? wait = null;
            try
            {
                using var head = new CancellationTokenSource(limits.AnswerTimeout, time);
                using var both = CancellationTokenSource.CreateLinkedTokenSource(linked.Token, head.Token);
                using var response = await client.SendAsync(RequestFor(address), HttpCompletionOption.ResponseHeadersRead, both.Token);
                if (response.IsSuccessStatusCode)
                    return await read(response, linked.Token);
                if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                    return default;
                failure = $"answered {(int)response.StatusCode}";
                if (!MayPass(response.StatusCode))
                    throw Refused(address, response.StatusCode);
                wait = response.Headers.RetryAfter?.Delta;
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                failure = error is OperationCanceledException ? "did not answer in time" : $"could not be read: {error.Message}";
            }

            if (attempt >= limits.Attempts)
                throw new PackageException($"{address.GetLeftPart(UriPartial.Path)} {failure}, {attempt} times. Nothing was changed; try again later.");
            await Task.Delay(Pause(attempt, wait), time, cancellationToken);
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, Stream target, long most, DownloadProgress? progress, CancellationToken cancellationToken)
    {
        var total = response.Content.Headers.ContentLength;
        if (total > most)
            throw TooLarge(response, most);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[BufferBytes];
        for (var done = 0L; ;)
        {
            using var stall = new CancellationTokenSource(limits.AnswerTimeout, time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
            var read = await body.ReadAsync(buffer, linked.Token);
            if (read == 0)
                return;
            done += read;
            if (done > most)
                throw TooLarge(response, most);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress?.Invoke(done, total);
        }
    }

    private HttpRequestMessage RequestFor(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (credentials is { } known && address.Authority == feed.Authority && address.Scheme == feed.Scheme)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{known.User}:{known.Password}")));
        return request;
    }

    // The index of a feed names further addresses, and it is a stranger's.
    private void RequireSafe(Uri address)
    {
        var isSafe = address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || (allowInsecure && feed.Scheme == Uri.UriSchemeHttp)));
        if (!isSafe)
            throw new PackageException($"{address.GetLeftPart(UriPartial.Path)} is no https address. Use https, or set allowInsecureConnections for this source in nuget.config.");
    }

    private TimeSpan Pause(int attempt, TimeSpan? asked)
    {
        var pause = asked ?? limits.RetryDelay * Math.Pow(2, attempt - 1);
        return pause < limits.MaxRetryDelay ? pause : limits.MaxRetryDelay;
    }

    private static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private PackageException Refused(Uri address, HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        ? new PackageException(
            $"{feed.Authority} answered {(int)status}: {(credentials is null ? "it wants credentials. Add them" : "it does not take the credentials. Change them")} under packageSourceCredentials of nuget.config.")
        : new PackageException($"{address.GetLeftPart(UriPartial.Path)} answered {(int)status}. Check the address of the package source.");

    private static PackageException TooLarge(HttpResponseMessage response, long most) =>
        new($"{response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)} sends more than {most >> 20} MiB; no more is taken.");
}
