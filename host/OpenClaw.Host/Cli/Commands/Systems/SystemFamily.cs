using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Systems;

/// <summary><c>system</c>: events, heartbeats and who is here.</summary>
internal static class SystemFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("system", "Events for agents, heartbeats, and who is here");
        family.Subcommands.Add(new SystemEventCommand().Build(environment));
        family.Subcommands.Add(new SystemPresenceCommand().Build(environment));
        var heartbeat = new Command("heartbeat", "Turns that agents have without being asked");
        heartbeat.Subcommands.Add(new HeartbeatLastCommand().Build(environment));
        heartbeat.Subcommands.Add(new HeartbeatSwitchCommand("enable", "Let agents have them", isOn: true).Build(environment));
        heartbeat.Subcommands.Add(new HeartbeatSwitchCommand("disable", "Stop them until the gateway starts again", isOn: false).Build(environment));
        family.Subcommands.Add(heartbeat);
        return family;
    }
}
