using System.Collections.Concurrent;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Rpc;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Channels.Logins;

/// <summary>Logins of accounts: one at a time for each, and whoever asks meanwhile sees the same.</summary>
internal sealed class ChannelLogins(ChannelBoard board, ChannelAccounts accounts, ChannelCalls calls, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<AccountKey, LoginTry> _tries = [];
    private readonly ConcurrentDictionary<LoginTry, Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _one = new(1, 1);

    public LoginTry? Find(AccountKey account) => _tries.GetValueOrDefault(account);

    /// <summary>The account that is meant.</summary>
    /// <exception cref="RpcException">There is none that somebody can log in to.</exception>
    public AccountKey Resolve(RpcCall call, string? channel, string? accountId)
    {
        var id = channel is null
            ? accounts.All.Where(static runner => runner.State.Seen is { Linked: not null }).Select(static runner => runner.Key.Channel).Order(StringComparer.Ordinal).FirstOrDefault()
            : board.Find(ChannelNames.Full(channel)) is { } known ? known.Id : throw RpcException.InvalidRequest($"invalid {call.Method} channel");
        if (id is null)
            throw RpcException.InvalidRequest("web login provider is not available");
        return new AccountKey(id, string.IsNullOrWhiteSpace(accountId) ? board.DefaultAccountOf(id) : accountId.ToLowerInvariant());
    }

    /// <summary>Begins a login, or joins the one that is under way.</summary>
    /// <exception cref="RpcException">The account cannot be logged in to.</exception>
    public async Task<LoginTry> StartAsync(RpcCall call, AccountKey account, bool force, string? phone, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Find(account) is { IsOver: false } known && time.GetUtcNow() - known.Began < Life && known.Phone == phone && !force)
                return known;
            var made = await MadeAsync(call, account, cancellationToken);
            var attempt = new LoginTry(account, phone, time.GetUtcNow());
            _tries[account] = attempt;
            _running[attempt] = RunAsync(attempt, made, new ChannelLoginRequest { Force = force, Phone = phone });
            return attempt;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stop.Dispose();
        _one.Dispose();
    }

    private async Task<CreatedChannel> MadeAsync(RpcCall call, AccountKey account, CancellationToken cancellationToken)
    {
        // One that was stopped by a logout is wanted again.
        if (!await accounts.StartAccountAsync(account, cancellationToken))
            throw RpcException.InvalidRequest($"{call.Method}: account {account} is not configured; add it with: openclaw channels add --channel {account.Channel}");
        for (var began = time.GetTimestamp(); ; await Task.Delay(Look, time, cancellationToken))
        {
            if (accounts.Find(account) is not { } runner || runner.State.Phase is AccountPhase.Failed)
                throw RpcException.Unavailable($"{call.Method}: account {account} does not run: {accounts.Find(account)?.State.LastError ?? "channels.status says why"}");
            if (runner.Made is { } made)
                return made;
            if (time.GetElapsedTime(began) > StartPatience)
                throw RpcException.Unavailable($"{call.Method}: account {account} is being started", retryable: true, retryAfterMs: 5000);
        }
    }

    private async Task RunAsync(LoginTry attempt, CreatedChannel made, ChannelLoginRequest request)
    {
        try
        {
            var isAble = await calls.CallAsync(made, "login", (channel, token) => FollowAsync(attempt, channel as IChannelLogin, request, token), LongestCall, _stop.Token);
            attempt.Fail(isAble ? "the login ended without a result" : $"Channel {attempt.Account.Channel} does not support login.");
        }
        catch (Exception error) when (error is ChannelException or PluginFaultException or PluginStoppedException or TimeoutException or OperationCanceledException)
        {
            attempt.Fail(calls.Clean(error.Message) ?? "the login failed");
        }
        finally
        {
            _running.TryRemove(attempt, out _);
        }
    }

    private static async Task<bool> FollowAsync(LoginTry attempt, IChannelLogin? login, ChannelLoginRequest request, CancellationToken cancellationToken)
    {
        if (login is null)
            return false;
        await foreach (var step in login.LoginAsync(request, cancellationToken).WithCancellation(cancellationToken))
        {
            if (!attempt.IsOver)
                attempt.Show(step);
        }

        return true;
    }
}
