using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Cli.Commands;

/// <summary>Any method of the protocol, for scripts and for looking closely.</summary>
internal sealed class CallCommand(string name, string description) : RemoteCommand(name, description)
{
    private readonly Argument<string> _method = new("method") { HelpName = "method", Description = "The method, for example health" };
    private readonly Option<string?> _params = new("--params") { Description = "Parameters as a JSON object", HelpName = "json" };
    private readonly Option<bool> _expectFinal = new("--expect-final") { Description = "Wait for the second answer of a two-phase method" };

    protected override void Configure(Command command)
    {
        _method.CompletionSources.Add(_ => MethodCatalog.All.Select(static method => new System.CommandLine.Completions.CompletionItem(method.Name)));
        command.Arguments.Add(_method);
        command.Options.Add(_params);
        command.Options.Add(_expectFinal);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var method = invocation.Get(_method)!;
        var parameters = Parse(invocation.Get(_params));
        var scopes = parameters.ValueKind == JsonValueKind.Undefined
            ? ScopesFor(method)
            : [.. MethodCatalog.RequiredScopes(method, parameters)];
        await using var client = CreateClient(invocation, scopes);
        await client.ConnectAsync(cancellationToken);
        var options = new GatewayRequestOptions
        {
            ExpectFinal = invocation.Get(_expectFinal),
            // Left to itself a two-phase call has as long as the run has.
            Timeout = invocation.Has(Remote.Timeout) ? TimeSpan.FromMilliseconds(invocation.Get(Remote.Timeout)) : null,
        };
        var answer = await client.RequestAsync(method, parameters, options, cancellationToken);
        if (!invocation.Json)
        {
            invocation.Console.Error.WriteLine($"Gateway call: {method}");
        }

        invocation.Console.WriteJson(answer.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("null") : answer);
        return ExitCodes.Success;
    }

    private static JsonElement Parse(string? text)
    {
        if (text is null)
        {
            return default;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new CliException("--params must be valid JSON.");
        }
    }
}
