namespace OpenClaw.Host.Security;

/// <summary>How a caller proved itself, in the words of <c>hello-ok</c>.</summary>
internal static class AuthMethods
{
    public const string None = "none";
    public const string Token = "token";
    public const string Password = "password";
    public const string DeviceToken = "device-token";
    public const string BootstrapToken = "bootstrap-token";
    public const string Tailscale = "tailscale";
    public const string TrustedProxy = "trusted-proxy";
}
