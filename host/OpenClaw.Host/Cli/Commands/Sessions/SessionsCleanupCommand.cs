using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions cleanup</c>: removes what <c>session.maintenance</c> does not keep, now.</summary>
internal sealed class SessionsCleanupCommand() : RemoteCommand("cleanup", "Remove conversations that are kept no longer")
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be removed" };
    private readonly Option<bool> _enforce = new("--enforce") { Description = "Remove even where session.maintenance.mode is warn" };
    private readonly Option<bool> _fixMissing = new("--fix-missing") { Description = "Accepted for scripts; here no conversation can lack its transcript" };
    private readonly Option<string?> _agent = new("--agent") { Description = "Only those of one agent", HelpName = "id" };
    private readonly Option<bool> _allAgents = new("--all-agents") { Description = "Those of all agents, which is usual" };
    private readonly Option<string?> _active = new("--active-key") { Description = "A conversation that stays", HelpName = "key" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _dryRun, _enforce, _fixMissing, _agent, _allAgents, _active })
        {
            command.Options.Add(option);
        }

        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_dryRun) && invocation.Get(_enforce))
        {
            throw new CliException("--dry-run removes nothing and --enforce does: give one of them.");
        }

        var result = await AskAsync(invocation, "sessions.cleanup", Parameters(invocation), cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var output = invocation.Console.Output;
        var would = result.IsTrueAt("applied") ? "Removed" : "Would be removed";
        output.WriteLine($"Conversations: {result.TextAt("beforeCount")}");
        output.WriteLine($"{would}: {result.TextAt("pruned")} unused, {result.TextAt("capped")} too many, {result.TextAt("evicted")} for room, {result.TextAt("archives")} old transcripts");
        output.WriteLine($"In use: {result.TextAt("bytesAfter")} bytes");
        if (!result.IsTrueAt("applied") && !result.IsTrueAt("dryRun"))
        {
            output.WriteLine("Nothing was removed, because session.maintenance.mode is warn. Remove it with: openclaw sessions cleanup --enforce");
        }

        return ExitCodes.Success;
    }

    private JsonElement Parameters(CliInvocation invocation)
    {
        var parameters = new JsonObject();
        foreach (var (option, name) in new[] { (_dryRun, "dryRun"), (_enforce, "enforce"), (_fixMissing, "fixMissing"), (_allAgents, "allAgents") })
        {
            if (invocation.Get(option))
            {
                parameters[name] = true;
            }
        }

        foreach (var (option, name) in new[] { (_agent, "agent"), (_active, "activeKey") })
        {
            if (invocation.Get(option) is { } text)
            {
                parameters[name] = text;
            }
        }

        return JsonElement.Parse(parameters.ToJsonString());
    }
}
