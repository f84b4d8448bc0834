using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>Calls Discord's REST interface: in turn, within its limits, and again where that can do no harm.</summary>
internal sealed class RestClient(HttpClient http, Uri root, string token, TimeProvider time) : IDisposable
{
    private const int MaxTries = 3;

    // Discord asks for this form.
    private const string UserAgent = "DiscordBot (https://github.com/openclaw/openclaw, 1)";

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly RateLimits _limits = new(time);
    private readonly string _root = root.AbsoluteUri.TrimEnd('/');

    /// <summary>Called when Discord does not know the token any more.</summary>
    public Action? TokenRefused { get; set; }

    /// <exception cref="ApiException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T> CallAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var maybeDone = false;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await InTurnAsync(request, type, cancellationToken);
            }
            catch (ApiException error) when (tries < MaxTries && PauseAfter(error, request, tries) is { } pause)
            {
                maybeDone |= error.Fault == ApiFault.Unknown;
                await Task.Delay(pause, time, cancellationToken);
            }
            catch (ApiException error) when (maybeDone && error.Fault is (ApiFault.TooMany or ApiFault.NotSent))
            {
                // The last try did nothing, but one before it may have.
                throw new ApiException(ApiFault.Unknown, error.Status, error.Code, error.Message);
            }
        }
    }

    /// <summary>Opens a file. The stream holds the connection.</summary>
    /// <exception cref="ApiException">It failed.</exception>
    public Task<Stream> OpenAsync(Uri file, TimeSpan timeout, CancellationToken cancellationToken) => Guard.CallAsync(
        async ending =>
        {
            var response = await http.GetAsync(file, HttpCompletionOption.ResponseHeadersRead, ending);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadAsStreamAsync(ending);
            using (response)
                throw ApiErrors.Of((int)response.StatusCode, response.Headers, []);
        },
        timeout,
        time,
        cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<T> InTurnAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var bucket = await _limits.EnterAsync(request, cancellationToken);
        try
        {
            return await Guard.CallAsync(ending => SendAsync(request, bucket, type, ending), request.Timeout, time, cancellationToken);
        }
        catch (ApiException error)
        {
            _limits.Refused(bucket, error);
            if (error.IsBadToken && !request.IsAnonymous)
                TokenRefused?.Invoke();
            throw;
        }
        finally
        {
            bucket.Leave(hadTurn: true);
        }
    }

    private async Task<T> SendAsync<T>(ApiRequest request, Bucket bucket, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, $"{_root}/{request.Path}");
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (!request.IsAnonymous)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", token);
        if (request.Content is { } content)
            message.Content = await content(cancellationToken);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
        _limits.Learn(request, bucket, response.Headers);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw ApiErrors.Of((int)response.StatusCode, response.Headers, body);
        try
        {
            return body.Length == 0 ? default! : JsonSerializer.Deserialize(body, type)!;
        }
        catch (JsonException)
        {
            throw ApiErrors.Of((int)response.StatusCode, response.Headers, []);
        }
    }

    private static TimeSpan? PauseAfter(ApiException error, ApiRequest request, int tries) => error.Fault switch
    {
        ApiFault.TooMany when error.RetryAfter is not { } wait || wait <= LongestWait => TimeSpan.Zero,
        ApiFault.NotSent => Spread(FirstPause * Math.Pow(2, tries - 1)),
        ApiFault.Unknown when request.IsRepeatable => Spread(FirstPause * Math.Pow(2, tries - 1)),
        _ => null,
    };

#pragma warning disable CA5394 // Spreads retries; nothing depends on it being unpredictable.
    private static TimeSpan Spread(TimeSpan pause) => pause * (0.9 + (0.2 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
}
