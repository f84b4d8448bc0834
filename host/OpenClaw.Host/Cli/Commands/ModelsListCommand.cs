using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>models list</c>.</summary>
internal sealed class ModelsListCommand() : RemoteCommand("list", "List the models that runs can use")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = JsonElement.Parse("""{"view":"default","includeDetails":true}""");
        var result = await AskAsync(invocation, MethodNames.ModelsList, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var rows = result.ItemsAt("models").Select(static model => (string[])
        [
            $"{model.TextAt("provider")}/{model.TextAt("id")}",
            model.TextAt("name") ?? "-",
            model.TextAt("contextWindow") ?? "-",
            model.TextAt("available") switch { "true" => "yes", "false" => "no", _ => "-" },
        ]).ToList();
        invocation.Console.WriteTable(new(["Model", "Name", "Context", "Available"], rows));
        return ExitCodes.Success;
    }
}
