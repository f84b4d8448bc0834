using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Collaboration around a session.</summary>
internal static class SharingMethods
{
    public static readonly MethodEntry[] All =
    [
        Read("mentions.dismiss", 3, V4, NotDuringStartup),
        Read("mentions.list", 3, V4, NotDuringStartup),
        Read("session.discussion.info", 3, V4),
        Write("session.discussion.open", 3, V4),
        Write("session.members.add", 3, V4),
        Read("session.members.list", 3, V4),
        Read("session.members.listEvidence", 3, V4),
        Write("session.members.remove", 3, V4),
        Write("session.publicShare.set", 3, V4),
        Write("session.suggestions.add", 3, V4),
        Read("session.suggestions.list", 3, V4),
        Write("session.suggestions.resolve", 3, V4),
        Write("session.typing", 3, V4),
        Write("session.visibility.set", 3, V4),
        Read("transcripts.export", 3, V4),
        Read("transcripts.get", 3, V4),
        Read("transcripts.list", 3, V4),
        Read("transcripts.status", 3, V4),
        Write("transcripts.summarize", 3, V4),
    ];
}
