using OpenClaw.Host.Configuration.Binding;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>
/// How values change their form on the way to the current key. A value of the wrong kind passes unchanged: the schema
/// then reports it at its new place.
/// </summary>
internal static class AliasConversions
{
    public static ConfigNode SecondsToMilliseconds(ConfigNode node) =>
        node is ConfigNumber number ? new ConfigNumber(number.Value * 1000, node.Span) : node;

    public static ConfigNode? OnlyBoolean(ConfigNode node) => node as ConfigBoolean;

    /// <summary><c>require_auth: true</c> says what is the rule anyway.</summary>
    public static ConfigNode NoAuthWhenFalse(ConfigNode node) => node switch
    {
        ConfigBoolean { Value: false } => new ConfigString("none", node.Span),
        ConfigBoolean => new ConfigString("token", node.Span),
        _ => node,
    };

    public static ConfigNode TcpUnlessUnix(ConfigNode node) => node switch
    {
        ConfigString { Value: "unix" } => new ConfigBoolean(false, node.Span),
        ConfigString { Value: "tcp" or "websocket" or "ws" } => new ConfigBoolean(true, node.Span),
        _ => node,
    };

    public static ConfigNode LevelName(ConfigNode node)
    {
        if (node is not ConfigString { Value: var name } || !LogLevelText.TryParse(name, out var level))
        {
            return node;
        }

        var current = LogLevelText.Names.First(known => LogLevelText.TryParse(known, out var same) && same == level);
        return new ConfigString(current, node.Span);
    }

    public static ConfigNode StyleName(ConfigNode node) =>
        node is ConfigString { Value: "text" or "plain" or "human" } ? new ConfigString("pretty", node.Span) : node;

    /// <summary>Rotation switched off is a file without a size limit; switched on is the rule.</summary>
    public static ConfigNode? ZeroWhenFalse(ConfigNode node) =>
        node is ConfigBoolean { Value: false } ? new ConfigNumber(0, node.Span) : Dropped(node);

    public static ConfigNode? CacheTtlWhenTrue(ConfigNode node) =>
        node is ConfigBoolean { Value: true } ? new ConfigString("cache-ttl", node.Span) : Dropped(node);

    public static ConfigNode IdleReset(ConfigNode node) => new ConfigObject(
        [new ConfigProperty("mode", new ConfigString("idle", node.Span)), new ConfigProperty("idleMinutes", node)], node.Span);

    public static ConfigNode? CurrentQueueMode(ConfigNode node) => node switch
    {
        ConfigString { Value: "steer-backlog" or "steer+backlog" } => new ConfigString("steer", node.Span),
        ConfigString { Value: "queue" } => new ConfigString("followup", node.Span),
        _ => null,
    };

    // A boolean that states the default needs no key at all; anything else goes on to be refused by the schema.
    private static ConfigNode? Dropped(ConfigNode node) => node is ConfigBoolean ? new ConfigNull(node.Span) : node;
}
