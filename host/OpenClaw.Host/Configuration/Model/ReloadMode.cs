namespace OpenClaw.Host.Configuration.Model;

/// <summary>What a change of the file does while the gateway runs (<c>gateway.reload.mode</c>).</summary>
internal enum ReloadMode
{
    Hybrid,
    Hot,
    Restart,
    Off,
}
