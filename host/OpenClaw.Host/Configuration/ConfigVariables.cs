namespace OpenClaw.Host.Configuration;

/// <summary>Environment variables that stand in for keys of the file.</summary>
internal static class ConfigVariables
{
    public const string Port = "OPENCLAW_GATEWAY_PORT";

    public const string Token = "OPENCLAW_GATEWAY_TOKEN";

    public const string Password = "OPENCLAW_GATEWAY_PASSWORD";

    public const string LogLevel = "OPENCLAW_LOG_LEVEL";
}
