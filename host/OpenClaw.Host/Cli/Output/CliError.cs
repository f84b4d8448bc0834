using System.Text.Json;

namespace OpenClaw.Host.Cli.Output;

/// <summary>The <c>error</c> member of <see cref="CliFailure"/>.</summary>
internal sealed record CliError
{
    /// <summary><see cref="Type"/> of mistakes on the command line or on this machine.</summary>
    public const string Local = "cli_error";

    /// <summary><see cref="Type"/> of errors the gateway answered with.</summary>
    public const string Request = "gateway_request_error";

    /// <summary><see cref="Type"/> of connections that did not come about or broke.</summary>
    public const string Transport = "gateway_transport_error";

    public required string Type { get; init; }

    public required string Message { get; init; }

    /// <summary>For <see cref="Transport"/>: timeout, closed or refused.</summary>
    public string? Kind { get; init; }

    /// <summary>For <see cref="Request"/>: the gateway's code.</summary>
    public string? Code { get; init; }

    public bool? Retryable { get; init; }

    public long? RetryAfterMs { get; init; }

    public JsonElement? Details { get; init; }
}
