using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol;

/// <summary>The <c>error</c> member of a response.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ErrorShape
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Text for people; some clients match on parts of it.</summary>
    public required string Message { get; init; }

    /// <summary>Machine-readable facts, free in form.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>Present only where a retry is meaningful.</summary>
    public bool? Retryable { get; init; }

    /// <summary>Shortest sensible wait before a retry.</summary>
    public long? RetryAfterMs { get; init; }

    /// <summary>An <see cref="ErrorCodes.InvalidRequest"/> with this text.</summary>
    public static ErrorShape InvalidRequest(string message, JsonElement? details = null) =>
        new() { Code = ErrorCodes.InvalidRequest, Message = message, Details = details };

    /// <summary>An <see cref="ErrorCodes.Unavailable"/> with this text.</summary>
    public static ErrorShape Unavailable(string message, bool? retryable = null, long? retryAfterMs = null, JsonElement? details = null) =>
        new() { Code = ErrorCodes.Unavailable, Message = message, Retryable = retryable, RetryAfterMs = retryAfterMs, Details = details };

    /// <summary>The answer to a method name nobody serves.</summary>
    public static ErrorShape UnknownMethod(string method) => InvalidRequest($"unknown method: {Violations.Cut(method)}");

    /// <summary>The answer to a call that lacks a scope.</summary>
    public static ErrorShape MissingScope(string scope, int protocol = ProtocolVersions.Current) => MissingScope(scope, [scope], protocol);

    /// <summary>The answer to a call that needs several scopes and lacks one of them.</summary>
    public static ErrorShape MissingScope(string missing, IReadOnlyList<string> required, int protocol = ProtocolVersions.Current) => new()
    {
        Code = protocol >= ProtocolVersions.V4 ? ErrorCodes.Forbidden : ErrorCodes.InvalidRequest,
        Message = $"missing scope: {missing}",
        Details = JsonSerializer.SerializeToElement(
            new MissingScopeDetails { MissingScope = missing, RequiredScopes = required },
            ProtocolJsonContext.Default.MissingScopeDetails),
    };
}
