using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Conversations and outgoing messages.</summary>
internal static class ChatMethods
{
    public static readonly MethodEntry[] All =
    [
        Write(MethodNames.ChatAbort, 1, V3),
        Read(MethodNames.ChatHistory, 1, V3, NotDuringStartup),
        Admin(MethodNames.ChatInject, 1, V3, Unadvertised),
        Read(MethodNames.ChatMessageGet, 1, V4, NotDuringStartup),
        Read(MethodNames.ChatMetadata, 1, V4, NotDuringStartup),
        Write(MethodNames.ChatSend, 1, V3, NotDuringStartup),
        Read(MethodNames.ChatStartup, 1, V4, NotDuringStartup),
        Write(MethodNames.MessageAction, 1, V4),
        Write(MethodNames.Send, 1, V3),
        Write("poll", 2, V3, Unadvertised),
        Write("chat.toolTitles", 3, V4),
        Admin("conversations.list", 3, V4),
        Admin("conversations.send", 3, V4),
        Admin("conversations.turn", 3, V4),
        Admin("conversations.turn.cancel", 3, V4),
    ];
}
