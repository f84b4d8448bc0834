namespace OpenClaw.Host.Configuration.Reload;

/// <summary>One key that has another value now, and what it takes for that to have its effect.</summary>
internal sealed record ChangedKey(string Path, ReloadClass Class);
