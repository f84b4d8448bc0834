using System.Net.Http.Headers;
using System.Text;
using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.Common.Http;

/// <summary>Speaks HTTP with one far end.</summary>
internal sealed class Endpoint(HttpClient http, EndpointSettings settings, FailureMapper failures, TimeProvider clock)
{
    /// <summary>Sends one request. A refusal is a value, since some are answered by asking in another way.</summary>
    /// <param name="path">Relative to the base address.</param>
    /// <param name="body">JSON to post; <see langword="null"/> for a GET.</param>
    /// <param name="moreHeaders">Headers of the model, which win over those of the provider.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="deadline">The time until the first byte, running.</param>
    public async Task<Exchange> SendAsync(
        string path, ReadOnlyMemory<byte>? body, IReadOnlyDictionary<string, string> moreHeaders, ReadLimits limits, Deadline deadline)
    {
        if (settings.Problem is { } problem)
            throw new ModelException(ModelFailure.InvalidRequest, problem);
        HttpResponseMessage? response = null;
        try
        {
            using var request = Request(path, body, moreHeaders);
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            var accepted = response.IsSuccessStatusCode;
            var stream = await response.Content.ReadAsStreamAsync(deadline.Token);
            var guarded = new GuardedStream(stream, accepted ? limits : ReadLimits.Error, deadline, settings.IdleTimeout);
            if (accepted)
                return new Exchange(response, guarded, null);
            var refusal = await RefusalAsync(response, guarded, deadline);
            response.Dispose();
            return new Exchange(null, null, refusal);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            throw failures.FromException(exception, deadline);
        }
    }

    private HttpRequestMessage Request(string path, ReadOnlyMemory<byte>? body, IReadOnlyDictionary<string, string> moreHeaders)
    {
        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(settings.BaseUrl, path));
        if (body is { } content)
        {
            request.Content = new ReadOnlyMemoryContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (settings.Key is { } key)
        {
            if (settings.KeyPlace == KeyPlace.ApiKeyHeader)
                request.Headers.TryAddWithoutValidation("x-api-key", key);
            else
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        foreach (var (name, value) in settings.Headers.Concat(moreHeaders))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // A body that is too long or too slow must not hide the status, which alone decides most cases.
    private async Task<ErrorReport> RefusalAsync(HttpResponseMessage response, GuardedStream body, Deadline deadline)
    {
        var text = new MemoryStream();
        try
        {
            await body.CopyToAsync(text, deadline.Token);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException || deadline.Passed)
        {
            // What was read so far is what there is to tell.
        }

        var report = ErrorReport.Parse(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
        return report with { Status = (int)response.StatusCode, RetryAfter = RetryAfter.Read(response.Headers, clock) };
    }
}
