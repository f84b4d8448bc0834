namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary>What a change of the file does while the gateway runs (<c>gateway.reload.mode</c>).</summary>
internal enum ReloadMode
{
    Hybrid,
    Hot,
    Restart,
    Off,
}
