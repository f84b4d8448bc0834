using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Runs, agents, models, tools and tasks.</summary>
internal static class AgentMethods
{
    public static readonly MethodEntry[] All =
    [
        Write(MethodNames.Agent, 1, V3, ByParameters | NotDuringStartup),
        Read(MethodNames.AgentIdentityGet, 1, V3),
        Write(MethodNames.AgentWait, 1, V3, NotDuringStartup),
        Read(MethodNames.AgentsList, 1, V3),
        Read(MethodNames.AgentsStats, 2, V4),
        Read(MethodNames.CommandsList, 1, V4),
        Read(MethodNames.ModelsList, 1, V3, NotDuringStartup),
        Read(MethodNames.ToolsCatalog, 1, V4),
        Read(MethodNames.ToolsEffective, 1, V4, NotDuringStartup),
        Admin("agents.create", 2, V4),
        Admin("agents.delete", 2, V4),
        Read("agents.files.get", 2, V3),
        Read("agents.files.list", 2, V3),
        Admin("agents.files.set", 2, V3),
        Admin("agents.update", 2, V4),
        Read("agents.workspace.get", 2, V4),
        Read("agents.workspace.list", 2, V4),
        Read("artifacts.download", 2, V4),
        Read("artifacts.get", 2, V4),
        Read("artifacts.list", 2, V4),
        Read("models.authStatus", 2, V4),
        Admin("models.probe", 2, V4),
        Write("tasks.cancel", 2, V4),
        Read("tasks.get", 2, V4),
        Read("tasks.list", 2, V4),
        Write("tools.invoke", 2, V4),
        Read("memory.search", 3, V4),
        Write("memory.sessionBackfill.apply", 3, V4, PluginProvided),
        Write("memory.sessionBackfill.preview", 3, V4, PluginProvided),
        Write("memory.sessionBackfill.rollback", 3, V4, PluginProvided),
        Admin("models.authLogin", 3, V4, RateLimited),
        Admin("models.authLogout", 3, V4, RateLimited),
        Admin("models.authOrderSet", 3, V4, RateLimited),
        Admin("models.authRefresh", 3, V4, RateLimited),
        Admin("models.authSetApiKey", 3, V4, RateLimited),
        Admin("taskSuggestions.accept", 3, V4),
        Write("taskSuggestions.create", 3, V4),
        Write("taskSuggestions.dismiss", 3, V4),
        Read("taskSuggestions.list", 3, V4),
        Write("tasks.dismiss", 3, V4),
        Read("tasks.history", 3, V4),
        Write("tasks.retry", 3, V4),
        Admin("tools.github.authorize.cancel", 3, V4, RateLimited),
        Admin("tools.github.authorize.poll", 3, V4, RateLimited),
        Admin("tools.github.authorize.start", 3, V4, RateLimited),
        Admin("tools.github.configure", 3, V4, RateLimited),
        Read("tools.github.status", 3, V4),
    ];
}
