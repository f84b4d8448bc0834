using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Agents;

/// <summary><c>agents</c>, and the verbs below <c>agent</c>.</summary>
internal static class AgentsFamily
{
    public static Command Build(CliEnvironment environment)
    {
        var family = new Command("agents", "The agents of the gateway");
        family.Subcommands.Add(new AgentsListCommand().Build(environment));
        return family;
    }

    /// <summary>The verb that talks to an agent, with those that tell about agents below it.</summary>
    public static Command BuildAgent(CliEnvironment environment)
    {
        var agent = new AgentCommand().Build(environment);
        agent.Subcommands.Add(new AgentsListCommand().Build(environment));
        agent.Subcommands.Add(new AgentStatusCommand().Build(environment));
        return agent;
    }
}
