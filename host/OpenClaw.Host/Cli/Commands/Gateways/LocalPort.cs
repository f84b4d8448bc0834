using System.Net.NetworkInformation;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Hosting;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Who listens on the gateway's port of this machine.</summary>
internal static class LocalPort
{
    private const int LongestCommandLine = 300;

    /// <returns>Null for a gateway elsewhere.</returns>
    public static GatewayStatusPort? Look(GatewayTarget target, int? ownPid)
    {
        if (target.Bind is null)
        {
            return null;
        }

        var port = target.Url.Port;
        var endPoints = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port).ToList();
        if (endPoints.Count == 0)
        {
            return new(port, "free", [], []);
        }

        var address = string.Join(", ", endPoints.Select(static end => end.ToString()).Distinct());
        var holders = PortHolders.Find(port);
        IReadOnlyList<string> hints = holders.Any(holder => holder.ProcessId == ownPid) ? []
            : holders.Count > 0 ? [$"Port {port} is held by another process than the gateway of this state folder."]
            : [$"To see who listens: {PortHolders.Hint(port)}"];
        return new(
            port,
            "busy",
            [.. holders.Select(holder => new GatewayStatusListener(holder.ProcessId, holder.Name, address, CommandLineOf(holder.ProcessId)))],
            hints);
    }

    private static string? CommandLineOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ').Trim();

            // A secret may have been given on the line; what comes after such an option is nobody's business.
            foreach (var secret in new[] { "--token", "--password" })
            {
                if (text.IndexOf(secret, StringComparison.Ordinal) is >= 0 and var at)
                {
                    text = $"{text[..at]}{secret} …";
                }
            }

            return text.Length <= LongestCommandLine ? text : text[..LongestCommandLine];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
