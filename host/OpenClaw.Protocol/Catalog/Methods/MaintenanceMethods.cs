using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Updates, secrets, set-up and migrations.</summary>
internal static class MaintenanceMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin("secrets.reload", 2, V4),
        Admin("secrets.resolve", 2, V4),
        Admin("update.run", 2, V3, RateLimited),
        Admin("update.status", 2, V4),
        Admin("wizard.cancel", 2, V3),
        Admin("wizard.next", 2, V3),
        Admin("wizard.start", 2, V3),
        Admin("wizard.status", 2, V3),
        Admin("migrations.memory.apply", 3, V4, RateLimited),
        Admin("migrations.memory.plan", 3, V4),
        Approvals("openclaw.approval.list", 3, V4),
        Admin("openclaw.changes.list", 3, V4),
        Admin("openclaw.chat", 3, V4),
        Admin("openclaw.chat.history", 3, V4),
        Admin("openclaw.setup.activate", 3, V4),
        Admin("openclaw.setup.activate.start", 3, V4),
        Admin("openclaw.setup.auth.start", 3, V4),
        Admin("openclaw.setup.detect", 3, V4),
        Admin("openclaw.setup.prepare.start", 3, V4),
        Admin("openclaw.setup.verify", 3, V4),
        Admin("secrets.store.delete", 3, V4, RateLimited),
        Admin("secrets.store.list", 3, V4),
        Admin("secrets.store.set", 3, V4, RateLimited),
        Admin("update.hold", 3, V4, RateLimited),
        Admin("update.report", 3, V4, RateLimited),
        Admin("update.runs.get", 3, V4),
        Admin("update.runs.list", 3, V4),
        Read("webSearch.status", 3, V4),
        Admin("webSearch.test", 3, V4),
    ];
}
