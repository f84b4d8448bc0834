using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary>A verb that changes what devices may do. Nobody hands out more than they hold, so it asks for all the owner has.</summary>
internal abstract class DeviceCommand(string name, string description) : RemoteCommand(name, description)
{
    private static readonly string[] Scopes = [OperatorScopes.Pairing, OperatorScopes.Admin];

    protected async Task<GatewayClient> ConnectAsOwnerAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var client = CreateClient(invocation, Scopes);
        try
        {
            await client.ConnectAsync(cancellationToken);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the change and says so.</summary>
    protected async Task<int> ChangeAsync(
        CliInvocation invocation, string method, JsonElement parameters, string done, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsOwnerAsync(invocation, cancellationToken);
        return Say(invocation, await client.RequestAsync(method, parameters, cancellationToken: cancellationToken), done);
    }

    protected static int Say(CliInvocation invocation, JsonElement result, string done)
    {
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
        }
        else
        {
            invocation.Console.Output.WriteLine(ControlText.Harmless(done));
        }

        return ExitCodes.Success;
    }
}
