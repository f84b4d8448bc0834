using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Installing;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>
/// Keeps the bridge of an account running while there is a use for it: the account is linked, or somebody is linking it. Starts it again
/// with growing pauses when it ends by itself, and leaves it to the host when that helps no more.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphores make no handle; there is nothing to give back.")]
internal sealed partial class AccountLoop(SessionSetup setup, SidecarSource source, string account, ILogger logger)
{
    private const string NotInstalled = "not-installed";

    private readonly ExitBudget _budget = new(setup.Time);
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();

    private CancellationTokenSource? _current;
    private volatile LiveSession? _session;
    private volatile SessionEnd? _blocked;

    /// <summary>What people are told who want something of an account that is not linked.</summary>
    public string HowToLink => $"No active WhatsApp Web listener (account: {account}). Link it with: openclaw channels login --channel whatsapp --account {account}";

    /// <exception cref="BridgeException">It failed.</exception>
    public async Task<JsonElement> AskAsync(string op, JsonObject parameters, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (setup.Health.Status is { State: ChannelState.NeedsLogin } || _blocked is { Kind: not SessionEndKind.GaveUp })
            throw new BridgeException(BridgeFault.NotLinked, HowToLink);
        return _session is { IsOpen: true } session
            ? await session.Link.CallAsync(op, parameters, timeout, cancellationToken)
            : throw new BridgeException(BridgeFault.NotSent, "WhatsApp is not connected at this moment");
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pause = await TurnAsync(cancellationToken);
            if (pause is { } wait)
                await Task.Delay(wait, setup.Time, cancellationToken);
            else if (_blocked is { Kind: SessionEndKind.GaveUp })
                return;
            else if (!IsWanted)
                await _wake.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Has the loop look again: somebody logs in, or what was missing is there.</summary>
    public void Wake(bool forgetTrouble)
    {
        if (forgetTrouble)
        {
            _blocked = null;
            _budget.Clear();
        }

        _wake.Release();
    }

    /// <summary>Ends the bridge that runs; the loop decides what comes next.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _current?.Cancel();
    }

    /// <summary>Ends the bridge and does this while none runs.</summary>
    public async Task WithoutBridgeAsync(Action action, CancellationToken cancellationToken)
    {
        var turn = _turn.WaitAsync(cancellationToken);
        Interrupt();
        await turn;
        try
        {
            action();
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsWanted => _blocked is null && (setup.Auth.IsLinked || setup.Logins.Current is not null);

    /// <returns>How long to wait before the next turn; nothing where there is no hurry.</returns>
    private async Task<TimeSpan?> TurnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsWanted)
                return After(await OnceAsync(cancellationToken));
            if (_blocked is null && await MissingAsync(cancellationToken) is { } missing)
                _blocked = new SessionEnd(SessionEndKind.Blocked, missing, NotInstalled);
            ShowIdle();
            setup.Settled();
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SessionEnd> OnceAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
            _current = ending;
        try
        {
            setup.Health.Connecting();
            var command = await source.FindAsync(setup.Settings, ending.Token);
            var process = SidecarProcess.Start(command, logger, setup.Time);
            await using var link = new SidecarLink(process, setup.Time);
            var session = new LiveSession(link, setup);
            _session = session;
            return await session.RunAsync(ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SessionEnd(SessionEndKind.Asked, "it was asked to end");
        }
        catch (ChannelException missing)
        {
            return new SessionEnd(SessionEndKind.Blocked, missing.Message, NotInstalled);
        }
        catch (IOException error)
        {
            return new SessionEnd(SessionEndKind.Crashed, error.Message);
        }
        finally
        {
            _session = null;
            lock (_gate)
                _current = null;
        }
    }

    /// <summary>What has to be installed before anybody can link the account.</summary>
    private async Task<string?> MissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await source.FindAsync(setup.Settings, cancellationToken);
            return null;
        }
        catch (ChannelException missing)
        {
            return missing.Message;
        }
    }

    private TimeSpan? After(SessionEnd end)
    {
        switch (end.Kind)
        {
            case SessionEndKind.Crashed:
                LogCrashed(logger, end.Reason);
                setup.Health.Crashed(end.Reason);
                if (_budget.Spend() is { } pause)
                    return Restart(pause);
                GiveUp(end with { Kind = SessionEndKind.GaveUp, Reason = $"the bridge ended {ExitBudget.Most} times within 5 minutes; it is started again after a while. {end.Reason}", Health = "crashing" });
                return null;
            case SessionEndKind.Blocked or SessionEndKind.LoggedOut:
                Leave(end);
                break;
            case SessionEndKind.GaveUp:
                GiveUp(end);
                return null;
        }

        if (end.Kind != SessionEndKind.Asked)
            EndLogin(end.Reason);
        // Whether there is still a use for the bridge is seen in the next turn.
        return TimeSpan.Zero;
    }

    private TimeSpan Restart(TimeSpan pause)
    {
        if (_budget.IsRepeated)
            setup.Settled();
        return pause;
    }

    // The host starts the account anew, with pauses of its own: what a slow machine did must not last.
    private void GiveUp(SessionEnd end)
    {
        _blocked = end;
        EndLogin(end.Reason);
        setup.Health.GaveUp(end.Reason, end.Health ?? "unreachable");
        setup.Settled();
    }

    private void Leave(SessionEnd end)
    {
        _blocked = end;
        LogLeft(logger, end.Reason);
    }

    private void EndLogin(string reason)
    {
        if (setup.Logins.Current is not { } attempt)
            return;
        setup.Logins.Close(attempt);
        attempt.Fail(reason);
    }

    private void ShowIdle()
    {
        switch (_blocked)
        {
            case null:
                setup.Health.NeedsLogin(HowToLink, isLinked: false, "not-linked");
                break;
            case { Kind: SessionEndKind.LoggedOut } end:
                setup.Health.NeedsLogin($"{end.Reason}. {HowToLink}", setup.Auth.IsLinked, end.Health!);
                break;
            case { } end:
                setup.Health.Blocked(end.Reason, end.Health ?? "blocked", isConfigured: end.Health != NotInstalled);
                break;
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "{Reason}; it is started again.")]
    private static partial void LogCrashed(ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Error, "The account is left alone: {Reason}")]
    private static partial void LogLeft(ILogger logger, string reason);
}
