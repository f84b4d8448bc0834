using OpenClaw.Host.Hosting;

namespace OpenClaw.Host.Cli;

/// <summary>What commands end with; documented for scripts in docs/cli.md.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A failure, a usage error, or a gateway that cannot be reached.</summary>
    public const int Failure = 1;

    /// <summary>An invalid or contradictory profile.</summary>
    public const int InvalidProfile = 2;

    /// <summary>The gateway refuses its configuration; starting again without a change is of no use (EX_CONFIG).</summary>
    public const int Configuration = GatewayExitCodes.Configuration;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by a second request to terminate.</summary>
    public const int Terminated = 143;
}
