using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>Calls methods of the Bot API. The token is part of each address, so no address leaves this class.</summary>
internal sealed class BotApi(HttpClient http, Uri root, string token, TimeProvider time)
{
    private readonly string _methods = $"{root.AbsoluteUri.TrimEnd('/')}/bot{token}/";
    private readonly string _files = $"{root.AbsoluteUri.TrimEnd('/')}/file/bot{token}/";

    /// <exception cref="ApiException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<T> CallAsync<T>(string method, JsonObject parameters, JsonTypeInfo<T> type, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(parameters.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return CallAsync(method, content, type, timeout, cancellationToken);
    }

    /// <exception cref="ApiException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<T> CallAsync<T>(string method, HttpContent content, JsonTypeInfo<T> type, TimeSpan timeout, CancellationToken cancellationToken) =>
        GuardAsync(
            async token =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, _methods + method) { Content = content };
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
                return Read(await response.Content.ReadAsByteArrayAsync(token), response.StatusCode, type);
            },
            timeout,
            cancellationToken);

    /// <summary>Opens a file of Telegram's. The stream holds the connection.</summary>
    /// <exception cref="ApiException">It failed.</exception>
    public Task<Stream> OpenFileAsync(string path, TimeSpan timeout, CancellationToken cancellationToken) => GuardAsync(
        async token =>
        {
            var response = await http.GetAsync(_files + path, HttpCompletionOption.ResponseHeadersRead, token);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadAsStreamAsync(token);
            response.Dispose();
            throw ApiErrors.Of((int)response.StatusCode);
        },
        timeout,
        cancellationToken);

    private static T Read<T>(byte[] body, HttpStatusCode status, JsonTypeInfo<T> type)
    {
        ApiAnswer? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(body, TelegramJson.Default.ApiAnswer);
            if (answer is { Ok: true, Result.ValueKind: not JsonValueKind.Undefined })
                return answer.Result.Deserialize(type) ?? throw ApiErrors.Of((int)status);
        }
        catch (JsonException)
        {
            throw ApiErrors.Of((int)status);
        }

        throw answer is { ErrorCode: > 0 } ? ApiErrors.Of(answer, (int)status) : ApiErrors.Of((int)status);
    }

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await call(linked.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (!linked.IsCancellationRequested)
        {
            // The time to connect is the only other limit there is.
            throw new ApiException(ApiFault.NotSent, 0, "Telegram cannot be reached: connecting took too long");
        }
        catch (OperationCanceledException)
        {
            throw new ApiException(ApiFault.Unknown, 0, $"Telegram did not answer within {timeout.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException error)
        {
            throw Of(error);
        }
        catch (IOException)
        {
            throw new ApiException(ApiFault.Unknown, 0, "the connection to Telegram was cut");
        }
    }

    // Their texts name hosts at most, but nothing promises that it stays so.
    private static ApiException Of(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new(ApiFault.NotSent, 0, "Telegram cannot be reached: its name is not known here"),
        HttpRequestError.ConnectionError => new(ApiFault.NotSent, 0, "Telegram cannot be reached: no connection"),
        HttpRequestError.SecureConnectionError => new(ApiFault.NotSent, 0, "Telegram cannot be reached: no secure connection"),
        HttpRequestError.ProxyTunnelError => new(ApiFault.NotSent, 0, "Telegram cannot be reached: the proxy refused"),
        HttpRequestError.ConfigurationLimitExceeded => new(ApiFault.Unknown, 0, "Telegram's answer is too large"),
        _ => new(ApiFault.Unknown, 0, "the connection to Telegram was cut"),
    };
}
