namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary>How a connection proves itself (<c>gateway.auth.mode</c>).</summary>
internal enum GatewayAuthMode
{
    Token,
    Password,
    TrustedProxy,
    None,
}
