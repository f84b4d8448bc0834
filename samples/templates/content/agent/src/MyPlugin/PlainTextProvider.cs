using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Plugins;

namespace MyPlugin;

/// <summary>Posts the newest message as text, and takes the answer as text while it comes. One call is one question; the gateway owns the rest.</summary>
internal sealed class PlainTextProvider : IAgentProvider
{
    private readonly AgentProviderSettings _settings;
    private readonly HttpClient _http;

    public PlainTextProvider(IPluginScope scope, AgentProviderSettings settings)
    {
        _settings = settings;
        _http = scope.CreateHttpClient(new PluginHttpSettings { BaseAddress = settings.BaseUrl, Timeout = settings.FirstByteTimeout });
        if (settings.ApiKey is { } key)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public string Id => _settings.Id;

    public ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_settings.Models);

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await AskAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new StreamReader(body);
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var length)
            yield return new TextDelta(new string(buffer, 0, length));
        yield return new ModelStopped(ModelStopReason.Completed);
    }

    private async Task<HttpResponseMessage> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var text = string.Concat(request.Messages[^1].Parts.OfType<TextPart>().Select(static part => part.Text));
        using var question = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(text) };
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw new ModelException(ModelFailure.Network, $"{_settings.Id} cannot be reached at {_settings.BaseUrl.Host}.");
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Failure(response.StatusCode);
    }

    // The kind decides whether the gateway tries again, takes another model or gives up. No secrets in the text: users see it.
    private ModelException Failure(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(ModelFailure.Authentication, $"{_settings.Id} does not accept the key."),
        HttpStatusCode.TooManyRequests => new(ModelFailure.RateLimited, $"{_settings.Id} asks to slow down."),
        >= HttpStatusCode.InternalServerError => new(ModelFailure.Overloaded, $"{_settings.Id} failed ({(int)status})."),
        _ => new(ModelFailure.InvalidRequest, $"{_settings.Id} refused the question ({(int)status})."),
    };
}
