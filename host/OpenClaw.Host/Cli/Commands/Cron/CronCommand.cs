using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>A verb about scheduled jobs; knows the error that a job is not there.</summary>
internal abstract class CronCommand(string name, string description) : RemoteCommand(name, description)
{
    protected override CliReport? Explain(Exception error, CliInvocation invocation) =>
        error is GatewayRequestException { Error: { Details: { } details } shape } && details.TextAt("code") == "CRON_JOB_NOT_FOUND"
            ? new CliReport(
                [$"Automation not found: {details.TextAt("jobId")}. Run `openclaw cron list` to see recent automation ids."],
                new() { Error = RemoteFailures.Shape(shape) })
            : base.Explain(error, invocation);

    protected Task<JsonElement> AskAsync(CliInvocation invocation, string method, JsonObject parameters, CancellationToken cancellationToken) =>
        AskAsync(invocation, method, JsonElement.Parse(parameters.ToJsonString()), cancellationToken);
}
