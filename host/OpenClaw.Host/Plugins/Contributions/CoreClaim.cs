using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>An id that belongs to the gateway itself. Rooms register theirs as singletons; no plugin can take them.</summary>
internal sealed record CoreClaim(PluginKind Kind, string Id);
