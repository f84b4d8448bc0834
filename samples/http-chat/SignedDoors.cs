using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Channels;
using OpenClaw.Surfaces;

namespace OpenClaw.Samples.HttpChat;

/// <summary>
/// The address for servers that bring their messages: <c>POST /http-chat</c>, signed with the account's <c>webhookSecret</c>. It exists
/// only while an account has one.
/// </summary>
internal sealed class SignedDoors
{
    public const string Path = "/http-chat";

    private readonly ConcurrentDictionary<Door, byte> _doors = [];

    public IDisposable Open(string account, string secret, IChannelInbox inbox, TimeProvider clock)
    {
        var door = new Door(this, account, Encoding.UTF8.GetBytes(secret), inbox, clock);
        _doors[door] = 0;
        return door;
    }

    /// <summary>The signature is over the bytes as they came, and is looked at before anything is read in them.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (_doors.IsEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        var door = _doors.Keys.FirstOrDefault(one => one.Opens(body.ToArray(), headers["X-Signature"], headers["X-Timestamp"]));
        context.Response.StatusCode = door is null ? StatusCodes.Status401Unauthorized : await door.TakeAsync(body.ToArray(), context.RequestAborted);
    }

    private sealed class Door(SignedDoors doors, string account, byte[] secret, IChannelInbox inbox, TimeProvider clock) : IDisposable
    {
        public bool Opens(byte[] body, string? signature, string? timestamp) =>
            WebhookSignature.IsValid(secret, body, signature, timestamp, clock.GetUtcNow());

        public async Task<int> TakeAsync(byte[] body, CancellationToken cancellationToken)
        {
            IncomingBatch? batch;
            try
            {
                batch = JsonSerializer.Deserialize(body, HttpChatJson.Default.IncomingBatch);
            }
            catch (JsonException)
            {
                return StatusCodes.Status400BadRequest;
            }

            // Answered when all of them are on disk; what comes again is known again, also without an id of its own.
            foreach (var message in batch?.Messages ?? [])
                await inbox.AcceptAsync(message.ToInbound(account), cancellationToken);
            return StatusCodes.Status200OK;
        }

        public void Dispose() => doors._doors.TryRemove(this, out _);
    }
}
