namespace OpenClaw.Host.Plugins.Faults;

/// <summary>A call into a plugin did not return in time; other than a time-out of the plugin's own, the host says so.</summary>
internal sealed class PluginDeadlineException(TimeSpan deadline) : TimeoutException($"It did not return within {deadline.TotalSeconds:0.#} s.");
