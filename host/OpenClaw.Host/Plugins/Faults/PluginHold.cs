using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>A plugin that is kept off for what it did.</summary>
/// <param name="Input">What it was made from; another version or other settings get their chance at once. Null holds whatever is there.</param>
/// <param name="Reason">For people.</param>
/// <param name="Until">When it is tried again; null for not by itself.</param>
internal sealed record PluginHold(PluginInput? Input, string Reason, DateTimeOffset? Until);
