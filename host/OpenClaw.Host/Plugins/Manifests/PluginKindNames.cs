namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>The words of <c>kinds</c> in a manifest.</summary>
internal static class PluginKindNames
{
    public const string Channel = "channel";
    public const string Tool = "tool";
    public const string AgentProvider = "agent-provider";
    public const string Service = "service";
    public const string Route = "route";
    public const string Method = "method";
    public const string Command = "command";
    public const string Hook = "hook";

    public static IReadOnlyList<string> All { get; } = [Channel, Tool, AgentProvider, Service, Route, Method, Command, Hook];

    public static bool TryParse(string name, out PluginKind kind)
    {
        kind = name switch
        {
            Channel => PluginKind.Channel,
            Tool => PluginKind.Tool,
            AgentProvider => PluginKind.AgentProvider,
            Service => PluginKind.Service,
            Route => PluginKind.Route,
            Method => PluginKind.Method,
            Command => PluginKind.Command,
            Hook => PluginKind.Hook,
            _ => PluginKind.None,
        };
        return kind != PluginKind.None;
    }

    public static string NameOf(PluginKind kind) => kind switch
    {
        PluginKind.Channel => Channel,
        PluginKind.Tool => Tool,
        PluginKind.AgentProvider => AgentProvider,
        PluginKind.Service => Service,
        PluginKind.Route => Route,
        PluginKind.Method => Method,
        PluginKind.Command => Command,
        PluginKind.Hook => Hook,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name one kind."),
    };

    public static IReadOnlyList<string> NamesOf(PluginKind kinds) =>
        [.. All.Where(name => TryParse(name, out var kind) && kinds.HasFlag(kind))];
}
