using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Client.Notices;
using OpenClaw.Client.Transport;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client;

/// <summary>
/// A client of one gateway: requests from any thread, events through subscriptions, and connections made again after a loss.
/// </summary>
/// <example>
/// <code>
/// await using var client = new GatewayClient(new() { Url = new("ws://127.0.0.1:18789"), Token = token });
/// await client.ConnectAsync(cancellationToken);
/// var health = await client.RequestAsync("health", cancellationToken: cancellationToken);
/// </code>
/// </example>
public sealed class GatewayClient : IAsyncDisposable
{
    private const int DefaultSubscriptionCapacity = 1024;

    private readonly GatewayClientOptions _options;
    private readonly NoticeHub _hub = new();
    private readonly GatewaySupervisor _supervisor;

    /// <summary>Prepares a client; nothing is sent before <see cref="ConnectAsync"/>.</summary>
    public GatewayClient(GatewayClientOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Url.Scheme is not ("ws" or "wss"))
        {
            throw new ArgumentException(
                $"'{GatewayAddress.Display(options.Url)}' is no gateway address: it must begin with ws:// or wss://.", nameof(options));
        }

        _options = options;
        var time = timeProvider ?? TimeProvider.System;
        _supervisor = new(new GatewayDialer(options, _hub, time), _hub, time, options.Reconnect);
    }

    /// <summary>What the gateway said when the present connection was made; null while there is none.</summary>
    public HelloOk? Hello => _supervisor.Current?.Hello;

    /// <summary>Connects for the first time. Later losses are mended in the background when the options say so.</summary>
    /// <exception cref="GatewayConnectException">The gateway cannot be reached or does not accept this client.</exception>
    public Task<HelloOk> ConnectAsync(CancellationToken cancellationToken = default) => _supervisor.StartAsync(cancellationToken);

    /// <summary>Sends a request and reads its answer with the given contracts.</summary>
    /// <exception cref="GatewayException">The request was refused, took too long, or the connection was lost.</exception>
    public async Task<TResult?> RequestAsync<TParams, TResult>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersType,
        JsonTypeInfo<TResult> resultType,
        GatewayRequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var payload = await SendAsync(method, JsonSerializer.SerializeToUtf8Bytes(parameters, parametersType), options, cancellationToken);
        return payload.Length == 0 ? default : JsonSerializer.Deserialize(payload, resultType);
    }

    /// <summary>Sends a request whose parameters and answer are plain JSON; the answer is undefined when it has no payload.</summary>
    /// <exception cref="GatewayException">The request was refused, took too long, or the connection was lost.</exception>
    public async Task<JsonElement> RequestAsync(
        string method,
        JsonElement parameters = default,
        GatewayRequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var encoded = parameters.ValueKind == JsonValueKind.Undefined ? default : JsonRaw.Encode(parameters);
        var payload = await SendAsync(method, encoded, options, cancellationToken);
        return payload.Length == 0 ? default : JsonElement.Parse(payload);
    }

    /// <summary>Opens a queue of events and other notices. Open it before the request whose events are wanted.</summary>
    public GatewaySubscription Subscribe(int capacity = DefaultSubscriptionCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return _hub.Add(capacity);
    }

    /// <summary>Calls a handler for every notice, one at a time and away from the reader, until the result is disposed.</summary>
    public GatewayHandler Subscribe(
        Func<GatewayNotice, CancellationToken, ValueTask> handler, int capacity = DefaultSubscriptionCapacity)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new(Subscribe(capacity), handler);
    }

    /// <summary>Closes the connection and ends all subscriptions.</summary>
    public ValueTask DisposeAsync() => _supervisor.DisposeAsync();

    private Task<byte[]> SendAsync(
        string method, ReadOnlyMemory<byte> parameters, GatewayRequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        var connection = _supervisor.Current ?? throw new GatewayDisconnectedException(
            $"There is no connection to {GatewayAddress.Display(_options.Url)} to send {method} on.");
        options ??= new();
        var timeout = options.Timeout ?? (options.ExpectFinal ? Timeout.InfiniteTimeSpan : _options.RequestTimeout);
        return connection.RequestAsync(method, parameters, options, timeout, cancellationToken);
    }
}
