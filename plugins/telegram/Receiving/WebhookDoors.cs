using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using OpenClaw.Channels.Telegram.Settings;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>The one address for the events of all accounts that have them sent. Which account is meant is told by the secret alone.</summary>
internal sealed class WebhookDoors
{
    public const string Path = "/telegram-webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly Lock _opening = new();
    private readonly ConcurrentDictionary<WebhookDoor, byte> _doors = [];

    /// <exception cref="ChannelException">Another account has the same secret: nobody could tell whose an event is.</exception>
    public IDisposable Open(WebhookDoor door)
    {
        lock (_opening)
        {
            // One of the same account is about to close: its settings have changed.
            if (_doors.Keys.FirstOrDefault(other => other.Account != door.Account && other.HasSecretOf(door)) is { } taken)
                throw TelegramSettings.Wrong($"account {door.Account} has the same webhookSecret as account {taken.Account}; give each account one of its own (channels.telegram.accounts.<id>.webhookSecret)");
            _doors[door] = 0;
        }

        return new Opened(this, door);
    }

    /// <summary>The secret is looked at before a byte of the body is.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (_doors.IsEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var given = context.Request.Headers[SecretHeader].ToString();
        if (given.Length == 0 || Find(given) is not { } door)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Response.StatusCode = await door.TakeAsync(body.ToArray(), context.RequestAborted);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.Headers["x-openclaw-delivery-accepted"] = "durable";
    }

    private WebhookDoor? Find(string given)
    {
        WebhookDoor? found = null;
        foreach (var door in _doors.Keys)
            found = door.Opens(given) ? door : found;
        return found;
    }

    private sealed class Opened(WebhookDoors doors, WebhookDoor door) : IDisposable
    {
        public void Dispose() => doors._doors.TryRemove(door, out _);
    }
}
