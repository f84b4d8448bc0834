using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Where Telegram hands over the events of one account, if it knows the account's secret.</summary>
internal sealed partial class WebhookDoor(string account, string secret, UpdateIntake intake, IChannelInbox inbox, AccountHealth health, ILogger logger)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public string Account => account;

    /// <summary>Whether what opens the one opens the other.</summary>
    public bool HasSecretOf(WebhookDoor other) => CryptographicOperations.FixedTimeEquals(_secret, other._secret);

    /// <summary>In a time that says nothing about how much of it was right.</summary>
    public bool Opens(string given) => CryptographicOperations.FixedTimeEquals(_secret, Encoding.UTF8.GetBytes(given));

    /// <returns>The answer for Telegram, which comes again after all that is no 2xx.</returns>
    public async Task<int> TakeAsync(byte[] body, CancellationToken cancellationToken)
    {
        ReceivedUpdate? update;
        try
        {
            update = ReceivedUpdate.Read(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return 400;
        }

        if (update is null)
            return 400;
        health.Heard();
        try
        {
            await intake.TakeAsync(inbox, update, cancellationToken);
            return 200;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing was stored; Telegram keeps the event and comes again.
            LogNotTaken(logger, error);
            return 500;
        }
    }

    [LoggerMessage(21, LogLevel.Error, "An event that Telegram handed over could not be taken; it comes again.")]
    private static partial void LogNotTaken(ILogger logger, Exception error);
}
