using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Configuration.Binding;

internal static class GatewayLimitsBinder
{
    public static GatewayLimitsConfig Bind(SectionReader section)
    {
        var defaults = new GatewayLimitsConfig();
        var writes = section.Section("writes");
        var idempotency = section.Section("idempotency");
        var resume = section.Section("resume");
        return new GatewayLimitsConfig
        {
            MaxConnections = section.Integer("maxConnections") ?? defaults.MaxConnections,
            MaxUnauthenticated = section.Integer("maxUnauthenticated") ?? defaults.MaxUnauthenticated,
            MaxUnauthenticatedPerAddress = section.Integer("maxUnauthenticatedPerAddress") ?? defaults.MaxUnauthenticatedPerAddress,
            MaxHandshakeFrameBytes = section.Integer("maxHandshakeFrameBytes") ?? defaults.MaxHandshakeFrameBytes,
            MaxUnreadBytes = section.Integer("maxUnreadBytes") ?? defaults.MaxUnreadBytes,
            MaxConcurrentRequests = section.Integer("maxConcurrentRequests") ?? defaults.MaxConcurrentRequests,
            MaxQueuedRequests = section.Integer("maxQueuedRequests") ?? defaults.MaxQueuedRequests,
            MaxWrites = writes.Integer("max") ?? defaults.MaxWrites,
            WriteWindow = writes.Milliseconds("windowMs") ?? defaults.WriteWindow,
            MaxIdempotencyKeys = idempotency.Integer("maxKeys") ?? defaults.MaxIdempotencyKeys,
            IdempotencyLifetime = idempotency.Milliseconds("lifetimeMs") ?? defaults.IdempotencyLifetime,
            ResumeWindow = resume.Milliseconds("windowMs") ?? defaults.ResumeWindow,
            MaxDetachedConnections = resume.Integer("maxClients") ?? defaults.MaxDetachedConnections,
            MaxResumeEvents = resume.Integer("maxEventsPerClient") ?? defaults.MaxResumeEvents,
            MaxJournalEvents = resume.Integer("maxEvents") ?? defaults.MaxJournalEvents,
            MaxJournalBytes = resume.Integer("maxBytes") ?? defaults.MaxJournalBytes,
        };
    }
}
