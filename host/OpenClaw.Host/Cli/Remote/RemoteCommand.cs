using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Cli.Remote;

/// <summary>A verb that asks a gateway.</summary>
internal abstract class RemoteCommand(string name, string description, RemoteOptions? remote = null) : CliCommand(name, description)
{
    protected RemoteOptions Remote { get; } = remote ?? new RemoteOptions();

    protected override void Configure(Command command) => Remote.AddTo(command);

    protected override CliReport? Explain(Exception error, CliInvocation invocation) =>
        error is GatewayException failure ? RemoteFailures.Explain(failure, GatewayTargets.Resolve(invocation, Remote), invocation) : null;

    /// <summary>Connects with no more rights than the methods to be called need.</summary>
    protected async Task<GatewayClient> ConnectAsync(CliInvocation invocation, CancellationToken cancellationToken, params string[] methods)
    {
        var client = CreateClient(invocation, ScopesFor(methods));
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

    protected static string[] ScopesFor(params string[] methods) =>
        [.. methods.Select(MethodCatalog.LeastScope).OfType<string>().Distinct(StringComparer.Ordinal)];

    protected GatewayClient CreateClient(CliInvocation invocation, IReadOnlyList<string> scopes, bool reconnect = false) =>
        CreateClient(invocation, GatewayTargets.Resolve(invocation, Remote), scopes, reconnect);

    protected GatewayClient CreateClient(CliInvocation invocation, GatewayTarget target, IReadOnlyList<string> scopes, bool reconnect = false)
    {
        var timeout = Remote.AnswerLimit(invocation);
        var device = CliDevice.For(target, invocation);
        return new GatewayClient(
            new GatewayClientOptions
            {
                Url = target.Url,
                Token = target.Token,
                Password = target.Password,
                Device = device,
                DeviceTokens = CliDevice.Tokens(invocation),
                ClientId = ClientIds.Cli,
                ClientMode = ClientModes.Cli,
                ClientVersion = HostVersion.Text,
                MinProtocol = ProtocolVersions.Minimum,
                Scopes = device is null ? scopes : CliDevice.Scopes,
                ConnectTimeout = timeout,
                RequestTimeout = timeout,
                Reconnect = reconnect,
            },
            invocation.Time);
    }

    /// <summary>One question, one answer.</summary>
    protected async Task<JsonElement> AskAsync(
        CliInvocation invocation, string method, JsonElement parameters, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, method);
        return await client.RequestAsync(method, parameters, cancellationToken: cancellationToken);
    }
}
