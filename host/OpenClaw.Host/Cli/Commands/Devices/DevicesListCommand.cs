using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>devices list</c>: devices that wait, and those that are approved.</summary>
internal sealed class DevicesListCommand() : RemoteCommand("list", "List devices that wait and devices that are approved")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, MethodNames.DevicePairList, default, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        var pending = result.ItemsAt("pending").ToList();
        var paired = result.ItemsAt("paired").ToList();
        if (pending.Count + paired.Count == 0)
        {
            invocation.Console.Output.WriteLine("No device pairing entries.");
            return ExitCodes.Success;
        }

        if (pending.Count > 0)
        {
            invocation.Console.Output.WriteLine($"Pending ({pending.Count})");
            invocation.Console.WriteTable(new(
                ["Request", "Device", "Name", "Roles", "Scopes", "From", "Asked"],
                [.. pending.Select(request => Waiting(request, invocation))]));
        }

        if (paired.Count > 0)
        {
            invocation.Console.Output.WriteLine($"Paired ({paired.Count})");
            invocation.Console.WriteTable(new(
                ["Device", "Name", "Roles", "Scopes", "From", "Here", "Seen"],
                [.. paired.Select(device => Approved(device, invocation))]));
        }

        return ExitCodes.Success;
    }

    private static string[] Waiting(JsonElement request, CliInvocation invocation) =>
    [
        request.TextAt("requestId") ?? "-", request.TextAt("deviceId") ?? "-", request.TextAt("displayName") ?? "-",
        Words(request, "roles"), Words(request, "scopes"), request.TextAt("remoteIp") ?? "this machine",
        HumanText.Age(invocation.Time, request.NumberAt("ts")),
    ];

    private static string[] Approved(JsonElement device, CliInvocation invocation) =>
    [
        device.TextAt("deviceId") ?? "-", device.TextAt("label") ?? device.TextAt("displayName") ?? "-", Words(device, "roles"),
        Words(device, "scopes"), device.TextAt("remoteIp") ?? "this machine", device.IsTrueAt("connected") ? "yes" : "no",
        HumanText.Age(invocation.Time, device.NumberAt("lastSeenAtMs")),
    ];

    private static string Words(JsonElement element, string name) => string.Join(", ", element.ItemsAt(name).Select(static word => word.GetString()));
}
