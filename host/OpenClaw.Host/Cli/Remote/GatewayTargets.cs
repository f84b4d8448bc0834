using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Cli.Remote;

/// <summary>Decides which gateway a command talks to: what the line says, then the environment, then the configuration, then this machine.</summary>
internal static class GatewayTargets
{
    public const string UrlVariable = "OPENCLAW_GATEWAY_URL";

    public static GatewayTarget Resolve(CliInvocation invocation, RemoteOptions options)
    {
        var token = invocation.Get(options.Token);
        var password = invocation.Get(options.Password);
        if (invocation.Get(options.Url) is { } url)
        {
            // A mistyped address must not be handed the secrets of the configured gateway.
            return token is null && password is null
                ? throw new CliException("gateway url override requires explicit credentials\nFix: pass --token or --password with --url.")
                : new() { Url = Parse(url, "--url"), Source = "--url", Token = token, Password = password };
        }

        if (invocation.Variable(UrlVariable) is { } fromEnvironment)
        {
            return new()
            {
                Url = Parse(fromEnvironment, UrlVariable),
                Source = UrlVariable,
                Token = token ?? (password is null ? invocation.Variable(ConfigVariables.Token) : null),
                Password = password ?? (token is null ? invocation.Variable(ConfigVariables.Password) : null),
            };
        }

        var gateway = invocation.RequireRunningConfig().Gateway;
        return gateway is { Mode: GatewayMode.Remote, Remote.Url: { } remote } && !invocation.Has(options.Port)
            ? Remote(gateway, Parse(remote, "gateway.remote.url"), invocation, token, password)
            : Local(gateway, invocation.Get(options.Port), token, password);
    }

    /// <summary>The gateway of this machine, whichever commands talk to.</summary>
    public static GatewayTarget Local(CliInvocation invocation, RemoteOptions options) => Local(
        invocation.RequireRunningConfig().Gateway, invocation.Get(options.Port), invocation.Get(options.Token), invocation.Get(options.Password));

    private static GatewayTarget Remote(GatewayConfig gateway, Uri url, CliInvocation invocation, string? token, string? password) => new()
    {
        Url = url,
        Source = "gateway.remote.url",
        Token = token ?? Reveal(gateway.Remote.Token, "gateway.remote.token") ?? invocation.Variable(ConfigVariables.Token),
        Password = password ?? Reveal(gateway.Remote.Password, "gateway.remote.password"),
    };

    private static GatewayTarget Local(GatewayConfig gateway, int? port, string? token, string? password)
    {
        var scheme = gateway.Tls.Enabled ? "wss" : "ws";
        var host = gateway is { Bind: BindMode.Custom, CustomBindHost: { } custom } and not { CustomBindHost: "0.0.0.0" or "::" } ? custom : "127.0.0.1";
        var hasOwn = token is not null || password is not null;
        return new()
        {
            Url = new UriBuilder(scheme, host, port ?? gateway.Port).Uri,
            Source = host == "127.0.0.1" ? "local loopback" : "local custom bind",
            Token = hasOwn ? token : Reveal(gateway.Auth.Token, "gateway.auth.token"),
            Password = hasOwn ? password : Reveal(gateway.Auth.Password, "gateway.auth.password"),
            Bind = gateway.Bind.ToString().ToLowerInvariant(),
        };
    }

    private static string? Reveal(Secret? secret, string key) => secret switch
    {
        null => null,
        { MissingVariable: { } variable } => throw new CliException(
            $"The key {key} refers to the environment variable {variable}, which is not set here. Set it, or pass --token or --password."),
        _ => secret.Reveal(),
    };

    private static Uri Parse(string text, string origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("ws" or "wss") && url.Host.Length > 0
            ? url
            : throw new CliException($"Invalid gateway address in {origin}: \"{text}\". Use ws://host:port or wss://host:port.");
}
