using static OpenClaw.Host.Configuration.Aliases.AliasConversions;

namespace OpenClaw.Host.Configuration.Aliases;

/// <summary>Spellings of the community's documents and of earlier releases, in the order in which they are applied.</summary>
internal static class AliasTable
{
    public static IReadOnlyList<AliasRule> Rules { get; } =
    [
        // Community documents.
        new("gateway_token", "gateway.auth.token"),
        new("gateway.token", "gateway.auth.token"),
        new("gateway.require_auth", "gateway.auth.mode", NoAuthWhenFalse),
        new("gateway.websocket.ping_interval", "gateway.websocket.pingIntervalMs", SecondsToMilliseconds),
        new("gateway.websocket.ping_timeout", "gateway.websocket.pingTimeoutMs", SecondsToMilliseconds),
        new("gateway.websocket.connection_timeout", "gateway.websocket.idleTimeoutMs", SecondsToMilliseconds),
        new("gateway.websocket.reconnect_attempts", "client.reconnect.attempts"),
        new("gateway.websocket.reconnect_delay", "client.reconnect.delayMs", SecondsToMilliseconds),
        new("gateway.websocket.compression", "gateway.websocket.compression.enabled", OnlyBoolean),
        new("gateway.websocket.compression_level", "gateway.websocket.compression.level"),
        new("gateway.message_queue.max_size", "gateway.queue.maxSize"),
        new("gateway.message_queue.worker_threads", "gateway.queue.workers"),
        new("gateway.message_queue.batch_size", "gateway.queue.batchSize"),
        new("gateway.message_queue.timeout", "gateway.queue.messageTimeoutMs", SecondsToMilliseconds),
        new("gateway.persistence.db_path", "gateway.persistence.path"),
        new("gateway.persistence.retention_days", "gateway.persistence.retentionDays"),
        new("gateway.transport", "gateway.listen.tcp", TcpUnlessUnix),
        new("gateway.socket_path", "gateway.listen.unixSocket"),
        new("gateway.log_level", ["logging.level", "logging.consoleLevel"], LevelName),
        new("gateway.log_format", "logging.consoleStyle", StyleName),
        new("gateway.logging.level", ["logging.level", "logging.consoleLevel"], LevelName),
        new("gateway.logging.format", "logging.consoleStyle", StyleName),
        new("gateway.logging.rotation.maxSize", "logging.maxFileBytes"),
        new("gateway.logging.rotation.maxFiles", "logging.rotation.maxFiles"),
        new("gateway.logging.rotation.enabled", "logging.maxFileBytes", ZeroWhenFalse),
        new("gateway.hotReload.mode", "gateway.reload.mode"),
        new("client.gateway_url", "gateway.remote.url"),
        new("client.auth_token", "gateway.remote.token"),
        new("client.tls.verify", "gateway.remote.tls.verify"),
        new("client.tls.ca_cert", "gateway.remote.tls.caPath"),
        new("session.prune.toolResults", "agents.defaults.contextPruning.mode", CacheTtlWhenTrue),

        // Earlier releases.
        new("session.idleMinutes", "session.reset", IdleReset),
        new("session.resetByType.dm", "session.resetByType.direct"),
        new("gateway.nodes.allowCommands", "gateway.nodes.commands.allow"),
        new("gateway.nodes.denyCommands", "gateway.nodes.commands.deny"),
        new("tools.bash", "tools.exec"),
        new("tools.exec.timeoutSec", "tools.exec.timeoutSeconds"),
        new("web.enabled", "channels.whatsapp.enabled"),
        new("routing.allowFrom", "channels.whatsapp.allowFrom"),
        new("messages.messagePrefix", "channels.whatsapp.responsePrefix"),
        new("messages.queue.mode", "messages.queue.mode", CurrentQueueMode),
        new("cron.store", []),
        new("bridge", []),
        new("identity", []),
    ];
}
