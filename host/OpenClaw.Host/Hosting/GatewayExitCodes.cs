namespace OpenClaw.Host.Hosting;

/// <summary>What a run of the gateway ends with.</summary>
internal static class GatewayExitCodes
{
    public const int Stopped = 0;

    /// <summary>Trying again may help, for example once the port is free.</summary>
    public const int Failed = 1;

    /// <summary>Somebody must change something first (EX_CONFIG).</summary>
    public const int Configuration = 78;
}
