using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Security.Network;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>
/// Calls web addresses that jobs name. Every connection is judged by the address it really goes to, after the name was resolved and
/// after each redirect, so that no name and no far end leads inside.
/// </summary>
internal sealed class WebhookClient(IConfigSource configuration, TimeProvider time) : IDisposable
{
    public const int MaxRedirects = 5;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private const int MaxAnswer = 64 * 1024;

    // Made when the first address is called.
    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 32,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, WebhookPolicy.Of(configuration.Current), token),
        })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    });

    /// <param name="url">Where to.</param>
    /// <param name="key">The same for every attempt, so that the far end can tell a repetition.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WebhookRefusedException">The address may not be called, or the far end will never take it.</exception>
    /// <exception cref="HttpRequestException">It failed this time.</exception>
    public async Task PostAsync(string url, string key, string body, CancellationToken cancellationToken)
    {
        var policy = WebhookPolicy.Of(configuration.Current);
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var origin = new Uri(url);
        var target = origin;
        try
        {
            for (var hop = 0; hop <= MaxRedirects; hop++)
            {
                if (policy.ProblemOf(target) is { } problem)
                    throw new WebhookRefusedException($"the address is not called: {problem}");
                using var request = RequestOf(target, key, body);
                // A credential is for the address it was given for.
                if (policy.Token is { } token && SameOrigin(origin, target))
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var response = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                {
                    await FinishAsync(response, either.Token);
                    return;
                }

                target = new Uri(target, response.Headers.Location ?? throw new WebhookRefusedException("the far end redirects to nowhere"));
            }
        }
        catch (HttpRequestException error) when (RefusalIn(error) is { } refused)
        {
            throw refused;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0} seconds"));
        }

        throw new WebhookRefusedException(string.Create(CultureInfo.InvariantCulture, $"more than {MaxRedirects} redirects"));
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }

    private static HttpRequestMessage RequestOf(Uri target, string key, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }

    private static async Task FinishAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300)
        {
            await DrainAsync(response, cancellationToken);
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"the far end answered {status}");
        throw status is 408 or 425 or 429 or >= 500 ? new HttpRequestException(text) : new WebhookRefusedException(text);
    }

    // A short answer is read, so that the connection can be used again; a long one is cut off with it.
    private static async Task DrainAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[4_096];
            for (var read = 0; read < MaxAnswer;)
            {
                var count = await stream.ReadAsync(buffer, cancellationToken);
                if (count == 0)
                    return;
                read += count;
            }
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            // The far end has taken it; what it has to say besides is nobody's business.
        }
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, WebhookPolicy policy, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        // One inside address among outside ones is a trap, not an accident.
        if (!policy.MayBeInside(endPoint.Host) && Array.Exists(addresses, InsideAddresses.Contains))
        {
            throw new WebhookRefusedException(
                $"the address is not called: {endPoint.Host} leads into a private network; list it in cron.webhookSsrfPolicy.allowedHostnames if that is meant");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool SameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    private static WebhookRefusedException? RefusalIn(Exception error) => error.InnerException switch
    {
        WebhookRefusedException refused => refused,
        { } inner => RefusalIn(inner),
        null => null,
    };
}
