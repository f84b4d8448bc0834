using System.Text.Json;
using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Voice;

/// <summary>The words that wake listening nodes. They are the same for all; nodes hear them when they come and when they change.</summary>
internal sealed class VoiceWake(SqliteDatabase database, NodeSessions sessions, IConnections connections, IEventPublisher events, TimeProvider time)
{
    public const int MaxTriggers = 32;
    public const int LongestTrigger = 64;

    private static readonly string[] Usual = ["openclaw", "claude", "computer"];

    // What is said after a word goes to the conversation at hand; nothing here sends it elsewhere.
    private static readonly VoiceWakeRouting Routing = new()
    {
        Config = JsonElement.Parse("""{"version":1,"defaultTarget":{"mode":"current"},"routes":[],"updatedAtMs":0}"""),
    };

    public static VoiceWakeRouting CurrentRouting => Routing;

    public async ValueTask<VoiceWakeTriggers> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await database.ReadAsync(
            static connection => connection.Scalar<string>("SELECT triggers FROM voice_wake"), cancellationToken);
        return new VoiceWakeTriggers
        {
            Triggers = stored is null ? Usual : JsonSerializer.Deserialize(stored, NodesJsonContext.Default.IReadOnlyListString)!,
        };
    }

    /// <summary>Replaces the words; none means the usual ones. Tells operators and nodes.</summary>
    public async ValueTask<VoiceWakeTriggers> WriteAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var clean = words.Select(Clean).Where(static word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxTriggers).ToList();
        var triggers = new VoiceWakeTriggers { Triggers = clean.Count > 0 ? clean : Usual };
        var text = JsonSerializer.Serialize(triggers.Triggers, NodesJsonContext.Default.IReadOnlyListString);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "INSERT INTO voice_wake (id, triggers, updated_at) VALUES (1, $text, $now) ON CONFLICT (id) DO UPDATE SET triggers = $text, updated_at = $now",
                    ("$text", text),
                    ("$now", now));
            },
            cancellationToken);
        var changed = Changed(triggers);
        events.Publish(changed);
        foreach (var session in sessions.All)
        {
            connections.SendTo(session.ConnectionId, changed);
        }

        return triggers;
    }

    /// <summary>Tells a node that has just come.</summary>
    public async ValueTask GreetAsync(NodeSession session, CancellationToken cancellationToken)
    {
        connections.SendTo(session.ConnectionId, Changed(await ReadAsync(cancellationToken)));
        if (session.Protocol >= ProtocolVersions.V4)
        {
            connections.SendTo(
                session.ConnectionId,
                GatewayEvent.Create(EventNames.VoicewakeRoutingChanged, Routing, ProtocolJsonContext.Default.VoiceWakeRouting));
        }
    }

    private static GatewayEvent Changed(VoiceWakeTriggers triggers) =>
        GatewayEvent.Create(EventNames.VoicewakeChanged, triggers, ProtocolJsonContext.Default.VoiceWakeTriggers);

    private static string Clean(string word)
    {
        var trimmed = word.Trim();
        return trimmed.Any(char.IsControl) ? "" : trimmed.Length <= LongestTrigger ? trimmed : trimmed[..LongestTrigger];
    }
}
