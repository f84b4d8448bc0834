using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>devices approve</c> and <c>devices reject</c>. Without a request the newest is shown and nothing is decided.</summary>
internal sealed class DevicesDecideCommand(string verb, string method, string done)
    : DeviceCommand(verb, $"{char.ToUpperInvariant(verb[0])}{verb[1..]} a device that waits")
{
    private readonly Argument<string?> _request = new("requestId")
    {
        Description = "The request, as devices list shows it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _latest = new("--latest") { Description = "Decide on the newest request" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_request);
        command.Options.Add(_latest);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsOwnerAsync(invocation, cancellationToken);
        var list = await client.RequestAsync(MethodNames.DevicePairList, cancellationToken: cancellationToken);
        var pending = list.ItemsAt("pending").OrderByDescending(static request => request.NumberAt("ts")).ToList();
        var wanted = invocation.Get(_request);
        var found = wanted is null ? pending.FirstOrDefault() : pending.Find(request => request.TextAt("requestId") == wanted);
        if (found.TextAt("requestId") is not { } requestId)
        {
            throw new CliException(wanted is null
                ? "No device waits for a decision."
                : $"No pending device request matches {wanted}. Run openclaw devices list and retry with the current request ID.");
        }

        if (wanted is null && !invocation.Get(_latest))
        {
            return Preview(invocation, found, requestId);
        }

        var parameters = JsonSerializer.SerializeToElement(
            new DevicePairDecisionParams { RequestId = requestId }, ProtocolJsonContext.Default.DevicePairDecisionParams);
        var result = await client.RequestAsync(method, parameters, cancellationToken: cancellationToken);
        return Say(invocation, result, $"{done} {found.TextAt("displayName") ?? "a device"} ({found.TextAt("deviceId")}).");
    }

    private int Preview(CliInvocation invocation, JsonElement request, string requestId)
    {
        if (invocation.Json)
        {
            invocation.Console.WriteJson(request);
        }
        else
        {
            var roles = string.Join(", ", request.ItemsAt("roles").Select(static role => role.GetString()));
            var scopes = string.Join(", ", request.ItemsAt("scopes").Select(static scope => scope.GetString()));
            invocation.Console.Output.WriteLine(ControlText.Harmless(
                $"{request.TextAt("displayName") ?? "A device"} ({request.TextAt("deviceId")}) asks for {roles} with {(scopes.Length == 0 ? "no scopes" : scopes)}."));
            invocation.Console.Output.WriteLine($"Nothing was decided. To decide: openclaw devices {Verb} {requestId}");
        }

        return ExitCodes.Failure;
    }
}
