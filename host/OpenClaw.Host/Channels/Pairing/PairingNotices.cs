using Microsoft.Data.Sqlite;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Store;
using OpenClaw.Host.Sessions;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>Tells those who were let in. The word is on disk with the decision, or neither is.</summary>
internal sealed class PairingNotices(OutboundSettings settings, OutboxSignal signal, TimeProvider time)
{
    private const string LetIn = "You have been let in. Write again, and you will be answered.";

    public static bool CanTell(PairingRequest request) => request.ChatId is not null;

    public void Store(SqliteConnection connection, PairingRequest request)
    {
        if (request.ChatId is not { } chat)
            return;
        var entry = new OutboxEntry
        {
            Key = $"pairing-approved:{request.Id}",
            Kind = OutboxKinds.Notice,
            Channel = request.Channel,
            AccountId = request.AccountId,
            Content = new OutboundContent { ChatId = chat, ChatKind = ChatKind.Direct, ThreadId = request.ThreadId, Text = LetIn },
        };
        OutboxSql.Add(connection, entry, settings.Lifetime, time.UnixMs);
    }

    /// <summary>Call it when what was stored is committed.</summary>
    public void Send() => signal.Raise();
}
