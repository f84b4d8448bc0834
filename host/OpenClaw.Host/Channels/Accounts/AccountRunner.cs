using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>
/// One account at work: makes its channel, starts it, watches it, and starts it again with growing pauses when it fails. One
/// that fails hurts no other.
/// </summary>
internal sealed partial class AccountRunner(
    ConfiguredAccount configured,
    ChannelContribution channel,
    IAccountInbox inbox,
    ChannelCalls calls,
    AccountLimits limits,
    TimeProvider time,
    Action<AccountRunner> changed,
    ILogger logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RestartPauses _pauses = new(limits);
    private volatile AccountState _state = AccountState.Initial;
    private volatile CreatedChannel? _made;
    private Task _loop = Task.CompletedTask;

    public ConfiguredAccount Configured => configured;

    public AccountKey Key => configured.Key;

    public ChannelDescriptor Descriptor => channel.Descriptor;

    /// <summary>The plugin's generation that this account belongs to.</summary>
    public ChannelContribution Channel => channel;

    public AccountState State => _state;

    /// <summary>The channel, while it runs.</summary>
    public CreatedChannel? Made => _made;

    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Stops the channel and waits for that, within the limits. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await LiveAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // The border of a background loop: whatever the channel did, it is tried again or given up here.
                if (!await RecoverAsync(failure, time.GetElapsedTime(began)))
                    return;
            }
        }

        Move(_state with { Phase = AccountPhase.Stopped, Seen = null, StoppedAt = time.GetUtcNow() });
    }

    private async Task LiveAsync()
    {
        Move(_state with { Phase = AccountPhase.Starting, StartedAt = time.GetUtcNow() });
        var made = await channel.CreateAsync(configured.Account, configured.Settings, _stop.Token);
        var offering = Task.CompletedTask;
        var guarded = new PacedInbox(inbox.Open(), made.Channel.Calls);
        try
        {
            await calls.CallAsync(made, "start", (one, token) => Done(one.StartAsync(guarded, token)), limits.StartTimeout, _stop.Token);
            _made = made;
            LogStarted(logger, Key);
            offering = OfferCommandsAsync(made);
            await WatchAsync(made);
        }
        finally
        {
            _made = null;
            inbox.Close();
            await EndAsync(made);
            await offering;
        }
    }

    private async Task WatchAsync(CreatedChannel made)
    {
        while (true)
        {
            var seen = await calls.StatusAsync(made, limits.StatusTimeout, _stop.Token);
            var wasConnected = _state.IsConnected;
            var now = _state with { Phase = AccountPhase.Running, Seen = seen, LastError = seen.LastError ?? _state.LastError };
            if (now.IsConnected && !wasConnected)
                now = now with { ConnectedAt = time.GetUtcNow(), LastError = null, Attempts = 0 };
            Move(now, always: now.IsConnected != wasConnected);
            if (!seen.IsTerminal && seen.State is ChannelState.Failed or ChannelState.Stopped)
                throw new ChannelException(seen.LastError ?? $"the channel says that it is {seen.State.ToString().ToLowerInvariant()}");
            if (IsMonitored && AccountPulse.Problem(_state, limits, time.GetUtcNow()) is { } problem)
                throw new ChannelException(problem);
            await Task.Delay(limits.StatusInterval, time, _stop.Token);
        }
    }

    private bool IsMonitored => configured.Settings.Member("healthMonitor").Flag("enabled") != false;

    /// <returns>False when there is no point in another try.</returns>
    private async Task<bool> RecoverAsync(Exception failure, TimeSpan ranFor)
    {
        var reason = calls.Clean(failure.Message);
        var login = failure is ChannelException { NeedsLogin: true };
        if (failure is PluginStoppedException or ChannelException { IsTransient: false } || login)
        {
            LogGivenUp(logger, Key, reason);
            Move(_state with
            {
                Phase = AccountPhase.Failed,
                LastError = reason,
                Seen = new ChannelStatus { State = login ? ChannelState.NeedsLogin : ChannelState.Failed, Linked = login ? false : null, LastError = reason },
            });
            return false;
        }

        var pause = _pauses.Next(ranFor);
        LogFailed(logger, Key, (long)pause.TotalMilliseconds, reason);
        Move(_state with { Phase = AccountPhase.Waiting, LastError = reason, Attempts = _pauses.Failures, Seen = null });
        await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    // Beside the watching: people can write before they see a list of commands.
    private async Task OfferCommandsAsync(CreatedChannel made)
    {
        try
        {
            await calls.CallAsync(
                made, "commands", static (one, token) => Done(one is IChannelCommands menu ? menu.OfferAsync(CommandMenu.Of(), token) : Task.CompletedTask), limits.StopTimeout, _stop.Token);
        }
        catch (Exception error) when (error is ChannelException or PluginFaultException or PluginStoppedException or OperationCanceledException or TimeoutException)
        {
            LogNotOffered(logger, Key, calls.Clean(error.Message));
        }
    }

    private async Task EndAsync(CreatedChannel made)
    {
        try
        {
            await calls.CallAsync(made, "stop", static (one, token) => Done(one.StopAsync(token)), limits.StopTimeout, CancellationToken.None);
        }
        catch (Exception error) when (error is ChannelException or PluginFaultException or PluginStoppedException or OperationCanceledException or TimeoutException)
        {
            LogStopFailed(logger, Key, calls.Clean(error.Message));
        }

        await made.DisposeAsync();
    }

    private void Move(AccountState next, bool always = true)
    {
        _state = next with { SearchingSince = next.IsSearching ? next.SearchingSince ?? time.GetUtcNow() : null };
        if (always)
            changed(this);
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }

    [LoggerMessage(8601, LogLevel.Information, "Account {Account} was started.")]
    private static partial void LogStarted(ILogger logger, AccountKey account);

    [LoggerMessage(8602, LogLevel.Warning, "Account {Account} failed and is started again in {Pause} ms: {Reason}")]
    private static partial void LogFailed(ILogger logger, AccountKey account, long pause, string? reason);

    [LoggerMessage(8603, LogLevel.Error, "Account {Account} cannot run: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, AccountKey account, string? reason);

    [LoggerMessage(8606, LogLevel.Debug, "Account {Account} could not list the commands: {Reason}")]
    private static partial void LogNotOffered(ILogger logger, AccountKey account, string? reason);

    [LoggerMessage(8604, LogLevel.Warning, "Account {Account} did not stop in order: {Reason}")]
    private static partial void LogStopFailed(ILogger logger, AccountKey account, string? reason);
}
