using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Boxes;

/// <summary><c>retry</c> and <c>drop</c> of a message that a list of the gateway shows.</summary>
internal sealed class BoxDecideCommand(string list, string verb, string description, string method, string done) : RemoteCommand(verb, description)
{
    private readonly Argument<long> _id = new("id") { Description = $"The message, as {list} list shows it" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_id);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var id = invocation.Get(_id);
        var parameters = System.Text.Json.JsonElement.Parse(new JsonObject { ["id"] = id }.ToJsonString());
        var result = await AskAsync(invocation, method, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            invocation.Console.Output.WriteLine($"Message {id} {done}.");
        }

        return ExitCodes.Success;
    }
}
