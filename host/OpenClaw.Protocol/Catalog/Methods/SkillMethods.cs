using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Skills and their workshop.</summary>
internal static class SkillMethods
{
    public static readonly MethodEntry[] All =
    [
        Node(MethodNames.SkillsBins, 1, V3),
        Read("skills.detail", 2, V4),
        Admin("skills.install", 2, V3),
        Read("skills.search", 2, V4),
        Read("skills.status", 2, V3),
        Admin("skills.update", 2, V3),
        Admin("skills.curator.pin", 3, V4),
        Admin("skills.curator.restore", 3, V4),
        Read("skills.curator.status", 3, V4),
        Admin("skills.curator.unpin", 3, V4),
        Write("skills.library.activate", 3, V4),
        Write("skills.library.import", 3, V4),
        Read("skills.library.list", 3, V4),
        Write("skills.library.mutate", 3, V4),
        Read("skills.library.read", 3, V4),
        Write("skills.library.save", 3, V4),
        Write("skills.library.upload", 3, V4),
        Admin("skills.proposals.apply", 3, V4),
        Admin("skills.proposals.create", 3, V4),
        Admin("skills.proposals.evaluate", 3, V4, RateLimited),
        Read("skills.proposals.events.list", 3, V4),
        Admin("skills.proposals.historyScan", 3, V4),
        Read("skills.proposals.historyStatus", 3, V4),
        Read("skills.proposals.inspect", 3, V4),
        Read("skills.proposals.list", 3, V4),
        Admin("skills.proposals.quarantine", 3, V4),
        Admin("skills.proposals.reject", 3, V4),
        Admin("skills.proposals.requestRevision", 3, V4),
        Admin("skills.proposals.revise", 3, V4),
        Admin("skills.proposals.update", 3, V4),
        Read("skills.securityVerdicts", 3, V4),
        Read("skills.skillCard", 3, V4),
        Admin("skills.upload.begin", 3, V4),
        Admin("skills.upload.chunk", 3, V4),
        Admin("skills.upload.commit", 3, V4),
        Read("skills.workshop.read", 3, V4),
    ];
}
