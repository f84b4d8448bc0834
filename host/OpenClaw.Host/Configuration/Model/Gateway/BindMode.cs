namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary>Which addresses the gateway listens on (<c>gateway.bind</c>).</summary>
internal enum BindMode
{
    Loopback,
    Lan,
    Auto,
    Tailnet,
    Custom,
}
