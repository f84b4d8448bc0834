using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Probing;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>What <c>gateway status</c> found, for people.</summary>
internal static class GatewayStatusText
{
    public static void Print(GatewayStatusReport report, CliInvocation invocation)
    {
        var output = invocation.Console.Output;
        var gateway = report.Gateway;
        output.WriteLine($"Service: {report.Service.Label} (diagnostic only, not the probe target)");
        output.WriteLine($"File logs: {(report.LogFile is { } log ? invocation.Show(log) : "none yet")}");
        output.WriteLine();
        output.WriteLine(
            $"Config (cli): {invocation.Show(report.Config.Cli.Path)}{(!report.Config.Cli.Exists ? " (missing)" : report.Config.Cli.Valid ? "" : " (invalid: openclaw config validate)")}");
        output.WriteLine();
        output.WriteLine(gateway.BindMode is { } bind
            ? $"Gateway: bind={bind} ({gateway.BindHost}), port={gateway.Port} ({gateway.PortSource})"
            : $"Gateway: elsewhere ({gateway.UrlSource})");
        output.WriteLine($"Probe target: {gateway.ProbeUrl}");
        if (gateway.ProbeNote is { } note)
        {
            output.WriteLine($"Probe note: {note}");
        }

        output.WriteLine();
        output.WriteLine($"CLI version: {report.Cli.Version}");
        if (gateway.Version is { } version)
        {
            output.WriteLine($"Gateway version: {ControlText.ToOneLine(version)}");
        }

        output.WriteLine();
        output.WriteLine(report.Service.Runtime is { Pid: { } pid } ? $"Runtime: running (pid {pid})" : "Runtime: unknown (no process holds this state folder)");
        PrintProbe(report.Rpc, output);
        PrintPort(report.Port, output);
        if (report.ExtraServices.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Other gateway-like services detected (best effort):");
            foreach (var extra in report.ExtraServices)
            {
                output.WriteLine(ControlText.ToOneLine($"- {extra.Label} ({extra.Scope}, {extra.Detail})"));
            }
        }

        output.WriteLine();
        output.WriteLine("Troubles: run openclaw status");
    }

    private static void PrintProbe(GatewayStatusRpc? rpc, TextWriter output)
    {
        if (rpc is null)
        {
            output.WriteLine("Connectivity probe: not made");
            return;
        }

        output.WriteLine($"Connectivity probe: {(rpc.Ok ? "ok" : "failed")}");
        if (rpc.Error is { } error)
        {
            output.WriteLine($"  {ControlText.Harmless(error)}");
        }

        if (rpc.Ok)
        {
            output.WriteLine($"Capability: {Capabilities.ForPeople(rpc.Capability)}");
        }

        if (rpc.Clients is { } clients)
        {
            output.WriteLine($"Clients: {clients}");
        }

        if (rpc.MessageQueue is { } queue)
        {
            PrintQueue(queue, output);
        }

        if (rpc.Inbox is { } inbox)
        {
            output.WriteLine($"Inbox: {inbox.NumberAt("waiting") ?? 0} waiting, {inbox.NumberAt("failed") ?? 0} failed");
        }

        if (rpc.Outbox is { } outbox)
        {
            var waiting = (outbox.NumberAt("queued") ?? 0) + (outbox.NumberAt("attempting") ?? 0);
            var dead = (outbox.NumberAt("failed") ?? 0) + (outbox.NumberAt("expired") ?? 0);
            output.WriteLine($"Outbox: {waiting} waiting, {dead} not sent, {outbox.NumberAt("unknown") ?? 0} unknown");
        }
    }

    private static void PrintQueue(JsonElement queue, TextWriter output)
    {
        var depth = queue.NumberAt("depth") ?? 0;
        var size = queue.NumberAt("maxSize") ?? 0;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Message Queue: {depth}/{size} ({(size > 0 ? 100.0 * depth / size : 0):0.0}% full)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Pending Messages: {queue.NumberAt("pending") ?? 0}"));
        output.WriteLine(queue.NumberAt("avgResponseMs") is { } average
            ? string.Create(CultureInfo.InvariantCulture, $"Avg Response Time: {average / 1000.0:0.0}s")
            : "Avg Response Time: no answers yet");
    }

    private static void PrintPort(GatewayStatusPort? port, TextWriter output)
    {
        if (port is not { Status: "busy" })
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(port.Listeners is [var first, ..] ? $"Listening: {first.Address}" : $"Listening: port {port.Port} is in use");
        foreach (var listener in port.Listeners)
        {
            output.WriteLine(ControlText.ToOneLine($"- pid {listener.Pid}: {listener.Command}"));
        }

        foreach (var hint in port.Hints)
        {
            output.WriteLine(hint);
        }
    }
}
