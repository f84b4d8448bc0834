using Microsoft.Data.Sqlite;
using OpenClaw.Channels;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>
/// Lets strangers ask to be let in to direct messages, and remembers whom a person let in. A request is made by writing to an
/// account, is good for an hour, and is used up by one decision. It lies on disk, so whoever decides need not be the process that
/// was written to.
/// </summary>
internal sealed class ChannelPairing(SqliteDatabase database, TimeProvider time)
{
    public const int MaxPerAccount = 3;
    public const int MaxInAll = 1_000;
    public const int MaxAllowedPerAccount = 2_000;
    public const int LongestSenderId = 256;
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int LongestMeta = 128;
    private static readonly string[] MetaNames = ["username", "firstName", "lastName", "name", "tag", "senderId"];

    // A stranger who writes all the time must not keep the disk busy.
    private static readonly TimeSpan SeenInterval = TimeSpan.FromSeconds(30);

    /// <summary>Takes note of a stranger.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="account">The account that was written to.</param>
    /// <param name="sender">The sender, as the channel compares senders.</param>
    /// <param name="meta">What the platform says of the sender; names that are not known are left out.</param>
    /// <param name="chat">Where the sender wrote; null when nothing can be said there.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<(PairingAsk Outcome, PairingRequest? Request)> AskAsync(
        string channel, string account, string sender, IReadOnlyDictionary<string, string> meta, ChatAddress? chat, CancellationToken cancellationToken)
    {
        if (sender.Length is 0 or > LongestSenderId || sender.Any(char.IsControl))
        {
            return (PairingAsk.Full, null);
        }

        var now = Now();
        var wanted = new PairingRequest
        {
            Channel = channel,
            AccountId = account,
            SenderId = sender,
            Code = "",
            CreatedAt = now,
            LastSeenAt = now,
            Meta = Cut(meta),
            ChatId = chat?.ChatId,
            ThreadId = chat?.ThreadId,
        };
        var known = await database.ReadAsync(connection => Look(connection, wanted), cancellationToken);
        if (known.Outcome == PairingAsk.Created || (known.Request is { } waiting && now - waiting.LastSeenAt >= (long)SeenInterval.TotalMilliseconds))
        {
            // Looked at anew: others may have asked, or somebody may have decided, in between.
            known = await database.WriteAsync(connection => Note(connection, wanted), cancellationToken);
        }

        return known;
    }

    public ValueTask<IReadOnlyList<PairingRequest>> ListAsync(CancellationToken cancellationToken)
    {
        var since = Oldest();
        return database.ReadAsync(connection => PairingSql.Since(connection, since), cancellationToken);
    }

    /// <summary>Lets in whoever the predicate picks among the requests in force. Null when it picks nobody, or somebody was faster.</summary>
    /// <param name="pick">Picks one, or nobody.</param>
    /// <param name="along">What is stored in the same moment; null for nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RpcException">As many as an account can hold are let in.</exception>
    public ValueTask<PairingRequest?> ApproveAsync(
        Func<IEnumerable<PairingRequest>, PairingRequest?> pick, Action<SqliteConnection, PairingRequest>? along, CancellationToken cancellationToken)
    {
        var now = Now();
        return database.WriteAsync(
            connection =>
            {
                if (Take(connection, pick) is not { } request)
                {
                    return null;
                }

                if (PairingSql.CountAllowed(connection, request.Channel, request.AccountId) >= MaxAllowedPerAccount)
                {
                    throw RpcException.Unavailable(
                        $"{MaxAllowedPerAccount} senders are let in to {request.Channel}:{request.AccountId} already; list more in channels.{request.Channel}.allowFrom.");
                }

                PairingSql.Allow(connection, request, now);
                along?.Invoke(connection, request);
                return request;
            },
            cancellationToken);
    }

    /// <summary>Forgets a request. The sender may ask again.</summary>
    public ValueTask<PairingRequest?> DismissAsync(
        Func<IEnumerable<PairingRequest>, PairingRequest?> pick, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Take(connection, pick), cancellationToken);

    /// <summary>Whether a person let the sender in. Says nothing of what the configuration allows.</summary>
    public ValueTask<bool> IsAllowedAsync(string channel, string account, string sender, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => PairingSql.IsAllowed(connection, channel, account, sender), cancellationToken);

    private (PairingAsk Outcome, PairingRequest? Request) Look(SqliteConnection connection, PairingRequest wanted)
    {
        if (PairingSql.IsAllowed(connection, wanted.Channel, wanted.AccountId, wanted.SenderId))
        {
            return (PairingAsk.Allowed, null);
        }

        var open = PairingSql.Since(connection, Oldest());
        if (open.FirstOrDefault(request => IsOf(request, wanted) && request.SenderId == wanted.SenderId) is { } waiting)
        {
            return (PairingAsk.Waiting, waiting);
        }

        var isFull = open.Count >= MaxInAll || open.Count(request => IsOf(request, wanted)) >= MaxPerAccount;
        return (isFull ? PairingAsk.Full : PairingAsk.Created, null);
    }

    private (PairingAsk Outcome, PairingRequest? Request) Note(SqliteConnection connection, PairingRequest wanted)
    {
        PairingSql.Expire(connection, Oldest());
        var known = Look(connection, wanted);
        switch (known)
        {
            case (PairingAsk.Waiting, { } waiting):
                PairingSql.Seen(connection, waiting, wanted.LastSeenAt);
                return (PairingAsk.Waiting, waiting with { LastSeenAt = wanted.LastSeenAt });
            case (PairingAsk.Created, _):
                var request = wanted with { Code = NewCode(connection, wanted.Channel) };
                PairingSql.Add(connection, request);
                return (PairingAsk.Created, request);
            default:
                return known;
        }
    }

    private string NewCode(SqliteConnection connection, string channel)
    {
        var taken = PairingSql.Since(connection, Oldest()).Where(request => request.Channel == channel).Select(static request => request.Code).ToHashSet(StringComparer.Ordinal);
        string code;
        do
        {
            code = PairingCodes.Create();
        }
        while (taken.Contains(code));
        return code;
    }

    private PairingRequest? Take(SqliteConnection connection, Func<IEnumerable<PairingRequest>, PairingRequest?> pick)
    {
        PairingSql.Expire(connection, Oldest());
        return pick(PairingSql.Since(connection, Oldest())) is { } request && PairingSql.Remove(connection, request) ? request : null;
    }

    private static bool IsOf(PairingRequest request, PairingRequest wanted) =>
        request.Channel == wanted.Channel && request.AccountId == wanted.AccountId;

    private static Dictionary<string, string> Cut(IReadOnlyDictionary<string, string> meta) => MetaNames
        .Where(name => meta.TryGetValue(name, out var value) && value.Length > 0)
        .ToDictionary(
            static name => name,
            name => new string([.. meta[name].Take(LongestMeta).Select(static letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter)]),
            StringComparer.Ordinal);

    private long Oldest() => Now() - (long)Lifetime.TotalMilliseconds;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
