using Microsoft.Data.Sqlite;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Delivery;

/// <summary>Puts words of the gateway itself on their way to a chat, and knows what became of answers. A room above implements it.</summary>
internal interface IChatPosts
{
    /// <summary>Stores a message in a transaction under way; one under a key that is known already is not sent again.</summary>
    void Post(SqliteConnection connection, string key, ReplyRoute route, string text);

    /// <summary>What was stored is on disk now.</summary>
    void Posted();

    /// <summary>Whether the answer of a run arrived; null while nobody knows.</summary>
    bool? HasArrived(SqliteConnection connection, string runId);
}
