using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Wire;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.WhatsApp.Receiving;

/// <summary>
/// Takes what the bridge received to the gateway's inbox, one after the other, and tells the bridge when the gateway has it on disk. Until
/// then the bridge keeps it.
/// </summary>
internal sealed partial class MessageIntake(InboundMapper mapper, UnreadableEvents unreadable, TimeProvider time, ILogger logger)
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AckPatience = TimeSpan.FromSeconds(20);

    private volatile IChannelInbox? _inbox;
    private volatile AccountNote? _me;

    /// <summary>Who the account is, by which mentions of it are known.</summary>
    public AccountNote? Me
    {
        get => _me;
        set => _me = value;
    }

    public void Open(IChannelInbox inbox) => _inbox = inbox;

    public async Task RunAsync(SidecarLink link, ChannelReader<BridgeFrame> frames, CancellationToken cancellationToken)
    {
        await foreach (var frame in frames.ReadAllAsync(cancellationToken))
        {
            try
            {
                var spool = SpoolOf(frame.Data);
                if (TryMap(frame, out var message))
                    await TakeAsync(message, cancellationToken);
                else
                    await KeepAsync(frame.Data, cancellationToken);
                if (spool is not null)
                    await link.CallAsync("taken", new JsonObject { ["ids"] = new JsonArray(spool) }, AckPatience, cancellationToken);
            }
            catch (BridgeException)
            {
                // It is handed over again, and known again.
            }
            catch (PluginStoppedException)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(InboundMessage? message, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; message is not null; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var receipt = await _inbox!.AcceptAsync(message, cancellationToken);
                if (receipt.Disposition == InboundDisposition.Refused)
                    LogRefused(logger, message.MessageId, receipt.Reason);
                return;
            }
            catch (Exception error) when (error is not (OperationCanceledException or PluginStoppedException or OutOfMemoryException))
            {
                // The gateway cannot store it now. Those behind it wait too: they are safe where they are, and order is kept.
                LogNotStored(logger, error);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    // What nobody can read is not worth that all others wait for it for ever.
    private async Task KeepAsync(JsonElement data, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        for (var attempt = 1; ; attempt++, pause *= 2)
        {
            try
            {
                await unreadable.KeepAsync(data, cancellationToken);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                LogNotKept(logger, error);
                if (attempt == MostAttempts)
                    return;
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private bool TryMap(BridgeFrame frame, out InboundMessage? message)
    {
        message = null;
        try
        {
            message = frame.Event == "reaction"
                ? mapper.Map(frame.Data.Deserialize(BridgeJson.Default.ReactionNote)!)
                : mapper.Map(frame.Data.Deserialize(BridgeJson.Default.MessageNote)!, _me);
            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Of a shape that nobody thought of: were it thrown, it would keep all others away for ever.
            LogUnreadable(logger, error.GetType().Name);
            return false;
        }
    }

    private static string? SpoolOf(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("spool", out var spool) && spool.ValueKind == JsonValueKind.String ? spool.GetString() : null;

    [LoggerMessage(1, LogLevel.Warning, "A message of WhatsApp cannot be read ({Reason}); it is kept in the folder unreadable of the account's storage.")]
    private static partial void LogUnreadable(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Message {Id} was not taken: {Reason}")]
    private static partial void LogRefused(ILogger logger, string id, string? reason);

    [LoggerMessage(4, LogLevel.Warning, "An unreadable message of WhatsApp could not be kept in the folder unreadable of the account's storage.")]
    private static partial void LogNotKept(ILogger logger, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "A message of WhatsApp could not be stored; it is tried again.")]
    private static partial void LogNotStored(ILogger logger, Exception error);
}
