using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Plugins;

namespace OpenClaw.Samples.HttpChat;

/// <summary>One account: asks the server for messages, hands them over, and sends answers.</summary>
internal sealed class HttpChatChannel : IChannel
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly IPluginScope _scope;
    private readonly HttpClient _http;
    private readonly SignedDoors? _doors;
    private readonly string _account;
    private readonly string? _webhookSecret;
    private IDisposable? _door;
    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public HttpChatChannel(ChannelAccount account, SignedDoors? doors = null)
    {
        (_scope, _doors, _account) = (account.Scope, doors, account.Id.Value);
        if (account.Settings.TryGetProperty("webhookSecret", out var shared) && shared.GetString() is { Length: > 0 } webhookSecret)
        {
            _scope.ProtectSecret(webhookSecret);
            _webhookSecret = webhookSecret;
        }

        if (!account.Settings.TryGetProperty("url", out var url) || !Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address))
            throw new ChannelException("url is missing: set it to the address of the chat server, for example http://127.0.0.1:8090/") { IsTransient = false };
        _http = _scope.CreateHttpClient(new PluginHttpSettings { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) });
        if (account.Settings.TryGetProperty("token", out var token) && token.GetString() is { Length: > 0 } secret)
        {
            _scope.ProtectSecret(secret);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }
    }

    public ChannelStatus Status => _status;

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        // The first request is made here, so that a wrong address or token fails the start and not the loop.
        await TakeAsync(inbox, wait: 0, cancellationToken);
        _scope.Run("messages", token => ReceiveAsync(inbox, token));
        if (_webhookSecret is not null)
            _door = _doors?.Open(_account, _webhookSecret, inbox, _scope.Clock);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _status = _status with { State = ChannelState.Stopped };
        _door?.Dispose();
        return Task.CompletedTask;
    }

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(static part => part.Text));
        var outgoing = new OutgoingMessage(message.IdempotencyKey, message.Chat.ChatId, message.Chat.ThreadId, message.ReplyToMessageId, text);
        HttpResponseMessage response;
        try
        {
            response = await _http.PostAsJsonAsync("send", outgoing, HttpChatJson.Default.OutgoingMessage, cancellationToken);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            // The connection was never made, so nothing can have been sent.
            return new SendRetryable("the chat server cannot be reached");
        }
        catch (HttpRequestException)
        {
            return new SendUnknown("the connection was cut while the message was sent");
        }

        using (response)
        {
            return await OutcomeAsync(response, cancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        _door?.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<SendOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new SendRetryable("the chat server asks to slow down", response.Headers.RetryAfter?.Delta),
        HttpStatusCode.Unauthorized => new SendNotLinked("the chat server does not accept the token"),
        >= HttpStatusCode.InternalServerError => new SendUnknown($"the chat server failed ({(int)response.StatusCode})"),
        >= HttpStatusCode.BadRequest => new SendRefused("refused", $"the chat server refused the message ({(int)response.StatusCode})"),
        _ when await response.Content.ReadFromJsonAsync(HttpChatJson.Default.SentMessage, cancellationToken) is { Id: { } id } => new SendAccepted(id),
        _ => new SendUnknown("the chat server gave no id"),
    };

    private async Task ReceiveAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await TakeAsync(inbox, wait: 25, stopping);
            }
            catch (Exception error) when (error is HttpRequestException or ChannelException or TaskCanceledException && !stopping.IsCancellationRequested)
            {
                _status = _status with { State = ChannelState.Connecting, LastError = error.Message };
                await Task.Delay(Pause, _scope.Clock, stopping);
            }
        }
    }

    /// <summary>Takes what waits at the server. A message is acknowledged there only when the gateway has it on disk.</summary>
    private async Task TakeAsync(IChannelInbox inbox, int wait, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync($"messages?wait={wait}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw new ChannelException("the chat server does not accept the token: correct channels.http-chat.token") { IsTransient = false };
        if (!response.IsSuccessStatusCode)
            throw new ChannelException($"the chat server answered {(int)response.StatusCode}");
        var batch = await response.Content.ReadFromJsonAsync(HttpChatJson.Default.IncomingBatch, cancellationToken);
        _status = new ChannelStatus { State = ChannelState.Running, LastContactAt = _scope.Clock.GetUtcNow(), AccountName = batch?.Account };
        var taken = new List<string>();
        foreach (var message in batch?.Messages ?? [])
        {
            await inbox.AcceptAsync(message.ToInbound(_account), cancellationToken);
            if (message.Id is { } id)
                taken.Add(id);
        }

        if (taken.Count > 0)
            (await _http.PostAsJsonAsync("ack", new TakenMessages(taken), HttpChatJson.Default.TakenMessages, cancellationToken)).Dispose();
    }
}
