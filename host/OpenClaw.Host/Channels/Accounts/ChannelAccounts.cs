using System.Collections.Concurrent;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Plugins.Contributions;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>The accounts that run: those the configuration has, of channels that plugins offer.</summary>
internal sealed partial class ChannelAccounts(
    ChannelBoard board,
    IPluginCatalog plugins,
    AccountInboxes inboxes,
    ChannelCalls calls,
    AccountLimits limits,
    TimeProvider time,
    ILogger<ChannelAccounts> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<AccountKey, AccountRunner> _runners = [];
    private readonly ConcurrentDictionary<AccountKey, byte> _stoppedByHand = [];
    private readonly SemaphoreSlim _changing = new(1, 1);

    /// <summary>Told whenever an account starts, stops or comes to another state. Handlers return at once.</summary>
    public event Action<AccountRunner>? Changed;

    public IReadOnlyCollection<AccountRunner> All => [.. _runners.Values];

    public AccountRunner? Find(AccountKey key) => _runners.GetValueOrDefault(key);

    // Accounts connect in the background: the gateway is ready whether or not a platform answers.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        plugins.Changed += RefreshAsync;
        return RefreshAsync(cancellationToken);
    }

    /// <summary>Makes what runs match the configuration and the plugins. Accounts that are the same are not touched.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var offered = plugins.Current.Channels;
            var wanted = board.AllAccounts
                .Where(account => account.IsEnabled && offered.ContainsKey(account.Channel) && !_stoppedByHand.ContainsKey(account.Key))
                .ToDictionary(static account => account.Key);
            var outdated = _runners.Values.Where(runner => !IsUpToDate(runner, wanted, offered)).ToList();
            await Task.WhenAll(outdated.Select(runner => EndAsync(runner.Key)));
            foreach (var account in wanted.Values.Where(account => !_runners.ContainsKey(account.Key)))
                Begin(account, offered[account.Channel]);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Starts an account that a person stopped, or that has failed for good.</summary>
    /// <returns>False when the configuration has no such account, or has it switched off.</returns>
    public async Task<bool> StartAccountAsync(AccountKey key, CancellationToken cancellationToken)
    {
        _stoppedByHand.TryRemove(key, out _);
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_runners.TryGetValue(key, out var runner) && runner.State.IsLeft)
                await EndAsync(key);
        }
        finally
        {
            _changing.Release();
        }

        await RefreshAsync(cancellationToken);
        return _runners.ContainsKey(key);
    }

    /// <summary>Stops an account until it is started again or the gateway is.</summary>
    public async Task StopAccountAsync(AccountKey key, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            _stoppedByHand.TryAdd(key, 0);
            await EndAsync(key);
        }
        finally
        {
            _changing.Release();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        plugins.Changed -= RefreshAsync;
        await _changing.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(_runners.Keys.Select(EndAsync));
        }
        finally
        {
            _changing.Release();
        }
    }

    public void Dispose() => _changing.Dispose();

    private void Begin(ConfiguredAccount account, ChannelContribution channel)
    {
        var runner = new AccountRunner(account, channel, inboxes.Of(account.Key), calls, limits, time, Tell, logger);
        _runners[account.Key] = runner;
        runner.Start();
    }

    private async Task EndAsync(AccountKey key)
    {
        if (!_runners.TryRemove(key, out var runner))
            return;
        await runner.DisposeAsync();
        LogStopped(logger, key);
    }

    private void Tell(AccountRunner runner) => Changed?.Invoke(runner);

    private static bool IsUpToDate(
        AccountRunner runner, Dictionary<AccountKey, ConfiguredAccount> wanted, IReadOnlyDictionary<string, ChannelContribution> offered) =>
        wanted.TryGetValue(runner.Key, out var account)
        && runner.Configured.StartsLike(account)
        && ReferenceEquals(runner.Channel, offered[account.Channel]);

    [LoggerMessage(8605, LogLevel.Information, "Account {Account} was stopped.")]
    private static partial void LogStopped(ILogger logger, AccountKey account);
}
