namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary>What this installation is: a gateway of its own, or a client of one elsewhere (<c>gateway.mode</c>).</summary>
internal enum GatewayMode
{
    Local,
    Remote,
}
