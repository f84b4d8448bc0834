using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Connecting;

/// <summary>The life of one bridge: greets it, has it connect, follows what it tells, connects again, and ends it.</summary>
internal sealed partial class LiveSession(SidecarLink link, SessionSetup setup)
{
    public const int Protocol = 1;

    // The bridge sends no more than this before something is taken; see its own window.
    private const int MostMessages = 256;

    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CodePatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(5);

    private readonly Channel<BridgeFrame> _messages = System.Threading.Channels.Channel.CreateBounded<BridgeFrame>(MostMessages);
    private readonly ReconnectRules _rules = new(setup.Time, Random.Shared.NextDouble);
    private long _generation;
    private bool _wasQrShown;
    private string? _lastWords;

    public SidecarLink Link => link;

    public bool IsOpen { get; private set; }

    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    public async Task<SessionEnd> RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var beside = Task.CompletedTask;
        try
        {
            if (await GreetAsync(cancellationToken) is { } failed)
                return failed;
            var beat = new Heartbeat(link, setup.Time).RunAsync(() => IsOpen, setup.Health.Heard, () => ConnectAsync(ending.Token), ending.Token);
            var intake = setup.Intake.RunAsync(link, _messages.Reader, ending.Token);
            beside = Task.WhenAll(beat, intake);
            await ConnectAsync(cancellationToken);
            var follow = FollowAsync(ending.Token);
            beside = Task.WhenAll(beside, follow);
            // An account that takes no messages any more, or is not watched, looks as well as ever. In order they end with the bridge or the plugin.
            await Task.WhenAny(follow, beat, intake);
            if (follow.IsCompleted || (beat.Exception ?? intake.Exception)?.InnerException is not { } failure)
                return await follow;
            LogFailed(setup.Logger, failure);
            return new SessionEnd(SessionEndKind.Crashed, $"the account stopped to take messages: {failure.GetType().Name}");
        }
        catch (BridgeException error)
        {
            return await CrashedAsync(error.Message);
        }
        finally
        {
            IsOpen = false;
            await ending.CancelAsync();
            await beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await HangUpAsync();
        }
    }

    private async Task<SessionEnd?> GreetAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HelloPatience, setup.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var first = await link.Events.ReadAsync(both.Token);
            if (first.Event == "hello" && Read(first.Data, BridgeJson.Default.HelloNote) is { } hello)
            {
                LogHello(setup.Logger, hello.Pid, hello.Node, hello.Baileys);
                return hello.Protocol == Protocol ? null
                    : new SessionEnd(SessionEndKind.Crashed, $"the bridge speaks protocol {hello.Protocol}, and this plugin {Protocol}; run: openclaw whatsapp install");
            }

            return new SessionEnd(SessionEndKind.Crashed, Read(first.Data, BridgeJson.Default.FatalNote)?.Message ?? "the bridge does not begin with hello");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SessionEnd(SessionEndKind.Crashed, $"the bridge did not greet within {HelloPatience.TotalSeconds:0} seconds");
        }
        catch (ChannelClosedException)
        {
            return await CrashedAsync("it did not greet");
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var parameters = new JsonObject
        {
            ["authDir"] = setup.Folders.Auth,
            ["spoolDir"] = setup.Folders.Spool,
            ["mediaDir"] = setup.Folders.Media,
            ["maxMediaBytes"] = setup.Settings.MaxMediaBytes,
            ["browser"] = new JsonArray("openclaw", "cli", setup.Version),
            ["connectTimeoutMs"] = 60_000,
            ["keepAliveIntervalMs"] = 25_000,
            ["queryTimeoutMs"] = 60_000,
        };
        if (Settings.WhatsAppSettings.SocketUrl() is { } url)
            parameters["socketUrl"] = url;
        var started = await link.CallAsync("start", parameters, BridgeJson.Default.StartedNote, StartPatience, cancellationToken);
        _generation = Math.Max(_generation, started.Generation);
    }

    private async Task<SessionEnd> FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var frame in link.Events.ReadAllAsync(cancellationToken))
        {
            var end = frame.Event switch
            {
                "qr" => await ShowAsync(Read(frame.Data, BridgeJson.Default.QrNote), cancellationToken),
                "connection" => await FollowAsync(Read(frame.Data, BridgeJson.Default.ConnectionNote), cancellationToken),
                "creds" => Note(Read(frame.Data, BridgeJson.Default.CredsNote)),
                "message" or "reaction" => await QueueAsync(frame, cancellationToken),
                "fatal" => Remember(Read(frame.Data, BridgeJson.Default.FatalNote)),
                _ => null,
            };
            if (end is not null)
                return end;
        }

        return await CrashedAsync(_lastWords);
    }

    private async Task<SessionEnd?> ShowAsync(QrNote? note, CancellationToken cancellationToken)
    {
        if (note is not { Qr: { Length: > 0 } qr } || note.Generation < _generation)
            return null;
        _wasQrShown = true;
        if (setup.Logins.Current is not { } attempt)
            return new SessionEnd(SessionEndKind.Unlinked, "no phone has linked the account");
        if (attempt.Phone is not { } phone)
            attempt.ShowQr(qr);
        else if (!attempt.HasCode)
            attempt.ShowCode((await link.CallAsync("pairingCode", new JsonObject { ["phone"] = phone }, BridgeJson.Default.CodeNote, CodePatience, cancellationToken)).Code ?? "");
        return null;
    }

    private async Task<SessionEnd?> FollowAsync(ConnectionNote? note, CancellationToken cancellationToken)
    {
        if (note is null || note.Generation < _generation)
            return null;
        if (note.State == ConnectionNote.Open)
        {
            IsOpen = true;
            _rules.Opened();
            setup.Intake.Me = note.Me;
            setup.Health.Connected(note.Me);
            LogOpen(setup.Logger);
            setup.Logins.Current?.Succeed();
            setup.Settled();
        }

        return note.State == ConnectionNote.Close ? await ClosedAsync(note, cancellationToken) : null;
    }

    private async Task<SessionEnd?> ClosedAsync(ConnectionNote close, CancellationToken cancellationToken)
    {
        IsOpen = false;
        var reason = StderrTail.Clean(close.Reason ?? "the connection was closed");
        LogClosed(setup.Logger, close.StatusCode, reason);
        var end = _rules.After(close with { Reason = reason }, out var pause);
        setup.Health.Disconnected(close, reason);
        if (end is null && close.StatusCode != 515 && !setup.Auth.IsLinked && (_wasQrShown || setup.Logins.Current is null))
            end = new SessionEnd(SessionEndKind.Unlinked, _wasQrShown ? "nobody scanned the code in time" : "no phone has linked the account");
        if (end is not null)
            return end;
        setup.Settled();
        await Task.Delay(pause, setup.Time, cancellationToken);
        await ConnectAsync(cancellationToken);
        return null;
    }

    private SessionEnd? Note(CredsNote? note)
    {
        if (note is { Linked: true })
            setup.Health.Linked();
        return null;
    }

    private SessionEnd? Remember(FatalNote? note)
    {
        _lastWords = note?.Message;
        return null;
    }

    private async Task<SessionEnd?> QueueAsync(BridgeFrame frame, CancellationToken cancellationToken)
    {
        await _messages.Writer.WriteAsync(frame, cancellationToken);
        return null;
    }

    private async Task<SessionEnd> CrashedAsync(string? reason)
    {
        await link.Process.Exited.WaitAsync(StopPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var last = link.Process.Errors.Last;
        var how = link.Process.Exited.IsCompleted ? $"the bridge ended with code {link.Process.ExitCode}" : "the bridge failed";
        return new SessionEnd(SessionEndKind.Crashed, StderrTail.Clean(string.Join(": ", new[] { how, reason, last }.Where(static part => !string.IsNullOrEmpty(part)))));
    }

    private async Task HangUpAsync()
    {
        try
        {
            await link.CallAsync("stop", [], StopPatience, CancellationToken.None);
        }
        catch (BridgeException)
        {
            // It is gone already, or is killed below.
        }

        await link.Process.EndAsync(EndPatience);
    }

    private static T? Read<T>(JsonElement data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? data.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(21, LogLevel.Debug, "The bridge {Pid} is up: Node {Node}, baileys {Baileys}.")]
    private static partial void LogHello(ILogger logger, int pid, string? node, string? baileys);

    [LoggerMessage(24, LogLevel.Error, "What takes the messages of WhatsApp, or watches the bridge, ended by itself; the bridge is started again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);

    [LoggerMessage(22, LogLevel.Information, "Connected to WhatsApp.")]
    private static partial void LogOpen(ILogger logger);

    [LoggerMessage(23, LogLevel.Information, "WhatsApp closed the connection ({Status}): {Reason}")]
    private static partial void LogClosed(ILogger logger, int? status, string reason);
}
