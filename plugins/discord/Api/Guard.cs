namespace OpenClaw.Channels.Discord.Api;

/// <summary>Puts a deadline on a call, and says of a failure whether the request may have left.</summary>
internal static class Guard
{
    /// <exception cref="ApiException">It failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
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
            throw Error(ApiFault.NotSent, "Discord cannot be reached: connecting took too long");
        }
        catch (OperationCanceledException)
        {
            throw Error(ApiFault.Unknown, $"Discord did not answer within {timeout.TotalSeconds:0} seconds");
        }
        catch (HttpRequestException error)
        {
            throw Of(error);
        }
        catch (IOException)
        {
            throw Error(ApiFault.Unknown, "the connection to Discord was cut");
        }
    }

    // Their texts name hosts at most, but nothing promises that it stays so.
    private static ApiException Of(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Error(ApiFault.NotSent, "Discord cannot be reached: its name is not known here"),
        HttpRequestError.ConnectionError => Error(ApiFault.NotSent, "Discord cannot be reached: no connection"),
        HttpRequestError.SecureConnectionError => Error(ApiFault.NotSent, "Discord cannot be reached: no secure connection"),
        HttpRequestError.ProxyTunnelError => Error(ApiFault.NotSent, "Discord cannot be reached: the proxy refused"),
        HttpRequestError.ConfigurationLimitExceeded => Error(ApiFault.Unknown, "Discord's answer is too large"),
        _ => Error(ApiFault.Unknown, "the connection to Discord was cut"),
    };

    private static ApiException Error(ApiFault fault, string text) => new(fault, 0, 0, text);
}
