using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Settings;

namespace OpenClaw.Channels.Discord.State;

/// <summary>
/// Keeps on disk what lets an account go on where it was: after a restart, a swap of the plugin or a kill its sessions are resumed. The
/// file may be a second old: then some events come again, and the inbox knows them.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore makes no handle; there is nothing to give back.")]
internal sealed class AccountMemory(string folder, string account, string token, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly StateFile<SavedState> _file = new(Path.Combine(folder, "accounts", $"{Mark(account)}.json"), StateJson.Default.SavedState);
    private readonly string _bot = Mark(token);
    private readonly SemaphoreSlim _turn = new(1);
    private IReadOnlyList<(ShardId Shard, ShardSession Session)> _sessions = [];
    private string _written = "";

    public ReadMarks Marks { get; } = new();

    /// <summary>A further file of the account.</summary>
    public StateFile<T> File<T>(string name, JsonTypeInfo<T> type)
        where T : class => new(Path.Combine(folder, "accounts", $"{Mark(account)}-{name}.json"), type);

    /// <summary>Makes the sessions for so many connections, those that are remembered as they were.</summary>
    public IReadOnlyList<(ShardId Shard, ShardSession Session)> Open(int shards, ApiAddress address)
    {
        var saved = _file.Read() is { } state && state.Bot == _bot ? state : new SavedState();
        Marks.Restore(saved.Seen);
        var sessions = new List<(ShardId, ShardSession)>();
        for (var number = 0; number < shards; number++)
        {
            var session = new ShardSession();
            if (saved.Sessions.FirstOrDefault(one => one.Shard == number && one.Shards == shards) is { } known)
                session.Restore(known.Id, address.Gateway(known.Url), known.Sequence);
            sessions.Add((new ShardId(number, shards), session));
        }

        return _sessions = sessions;
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SaveAsync();
        }
    }

    public async Task SaveAsync()
    {
        // One after the other, or an older state could be the last one on disk.
        await _turn.WaitAsync();
        try
        {
            await SaveAloneAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task SaveAloneAsync()
    {
        var state = new SavedState
        {
            Bot = _bot,
            Seen = Marks.All(),
            Sessions = [.. _sessions.Select(static one => Saved(one.Shard, one.Session)).OfType<SavedSession>()],
        };
        var mark = string.Join(' ', state.Sessions.Select(static one => $"{one.Id} {one.Sequence}"));
        if (mark == _written)
            return;
        try
        {
            await _file.WriteAsync(state, CancellationToken.None);
            _written = mark;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Tried again in a second; until then a kill costs more events that come again.
        }
    }

    private static SavedSession? Saved(ShardId shard, ShardSession session) => session.Snapshot() is not { } now ? null : new SavedSession
    {
        Id = now.Id,
        Url = now.Address?.AbsoluteUri,
        Shard = shard.Number,
        Shards = shard.Count,
        Sequence = now.Sequence,
    };

    /// <summary>Something to know a text by that does not give it away, and that can be the name of a file.</summary>
    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
