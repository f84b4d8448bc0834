using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Files, projects, environments and terminals.</summary>
internal static class WorkspaceMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin("terminal.attach", 2, V4),
        Admin("terminal.close", 2, V4),
        Admin("terminal.input", 2, V4),
        Admin("terminal.list", 2, V4),
        Admin("terminal.open", 2, V4),
        Admin("terminal.resize", 2, V4),
        Admin("environments.create", 3, V4, NotDuringStartup | RateLimited),
        Admin("environments.destroy", 3, V4, NotDuringStartup | RateLimited),
        Read("environments.list", 3, V4, ByParameters),
        Admin("environments.prepare", 3, V4, NotDuringStartup | RateLimited),
        Admin("environments.session.create", 3, V4, RateLimited),
        Admin("environments.session.destroy", 3, V4, RateLimited),
        Admin("environments.session.exec", 3, V4),
        Read("environments.session.status", 3, V4),
        Read("environments.status", 3, V4),
        Write("fs.listDir", 3, V4, ByParameters),
        Write("projects.add", 3, V4, RateLimited),
        Read("projects.list", 3, V4),
        Admin("projects.register", 3, V4),
        Admin("projects.remove", 3, V4),
        Read("projects.searchRemote", 3, V4),
        Admin("terminal.upload", 3, V4),
        Write("worktrees.branches", 3, V4),
        Write("worktrees.create", 3, V4, RateLimited),
        Admin("worktrees.gc", 3, V4, RateLimited),
        Read("worktrees.list", 3, V4),
        Admin("worktrees.remove", 3, V4, RateLimited),
        Admin("worktrees.restore", 3, V4, RateLimited),
    ];
}
