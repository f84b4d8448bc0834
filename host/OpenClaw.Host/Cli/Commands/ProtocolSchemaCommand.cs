using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>protocol schema</c>: the wire contract as JSON Schema, from the records that serve it.</summary>
internal sealed class ProtocolSchemaCommand() : CliCommand("schema", "Print the protocol as JSON Schema")
{
    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        invocation.Console.WriteJson(JsonElement.Parse(ProtocolSchema.ExportAll().ToJsonString()));
        return Task.FromResult(ExitCodes.Success);
    }
}
