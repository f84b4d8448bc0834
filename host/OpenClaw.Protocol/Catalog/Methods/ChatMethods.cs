using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Conversations and outgoing messages.</summary>
internal static class ChatMethods
{
    public static readonly MethodEntry[] All =
    [
        Write("chat.abort", 1, V3),
        Read("chat.history", 1, V3, NotDuringStartup),
        Admin("chat.inject", 1, V3, Unadvertised),
        Read("chat.message.get", 1, V4, NotDuringStartup),
        Read("chat.metadata", 1, V4, NotDuringStartup),
        Write("chat.send", 1, V3, NotDuringStartup),
        Read("chat.startup", 1, V4, NotDuringStartup),
        Write("message.action", 1, V4),
        Write("send", 1, V3),
        Write("poll", 2, V3, Unadvertised),
        Write("chat.toolTitles", 3, V4),
        Admin("conversations.list", 3, V4),
        Admin("conversations.send", 3, V4),
        Admin("conversations.turn", 3, V4),
        Admin("conversations.turn.cancel", 3, V4),
    ];
}
