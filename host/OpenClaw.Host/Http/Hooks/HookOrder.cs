using System.Text.Json;
using OpenClaw.Host.Channels.Admission;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>What a hook asks of an agent, whether its caller said so or a mapping did.</summary>
internal sealed record HookOrder
{
    private const int MaxKeyLength = 256;
    private const double LongestRun = 86_400;

    public required string Message { get; init; }

    public string Name { get; init; } = "Hook";

    public string? AgentId { get; init; }

    public string? SessionKey { get; init; }

    /// <summary>Whether the key came from outside, so that the owner has to have allowed that.</summary>
    public bool IsForeignKey { get; init; }

    public bool Deliver { get; init; } = true;

    public string? Channel { get; init; }

    public string? To { get; init; }

    public string? AccountId { get; init; }

    public string? Model { get; init; }

    public string? Thinking { get; init; }

    public double? TimeoutSeconds { get; init; }

    public string? IdempotencyKey { get; init; }

    public bool Waits { get; init; }

    public bool IsTrusted { get; init; }

    /// <exception cref="HookException">Something is missing or has the wrong form.</exception>
    public static HookOrder Of(JsonElement body, HttpRequest request) => new HookOrder
    {
        Message = body.Text("message")?.Trim() ?? "",
        Name = body.Text("name")?.Trim() is { Length: > 0 } name ? name : "Hook",
        AgentId = Some(body.Text("agentId")),
        SessionKey = Some(body.Text("sessionKey")),
        IsForeignKey = true,
        Deliver = body.Flag("deliver") != false,
        Channel = Some(body.Text("channel")),
        To = Some(body.Text("to")),
        AccountId = Some(body.Text("accountId")),
        Model = Some(body.Text("model")),
        Thinking = Some(body.Text("thinking")),
        TimeoutSeconds = body.Member("timeoutSeconds") is { ValueKind: JsonValueKind.Number } seconds ? seconds.GetDouble() : null,
        IdempotencyKey = KeyOf(request) ?? Some(body.Text("idempotencyKey")),
        Waits = body.Flag("waitForCompletion") == true,
    }.Checked();

    /// <exception cref="HookException">The mapping makes nothing that can be asked.</exception>
    public static HookOrder Of(HookMapping mapping, HookTemplate template, HttpRequest request)
    {
        var settings = mapping.Settings;
        var key = settings.Text("sessionKey");
        return new HookOrder
        {
            Message = Filled(settings.Text("messageTemplate") ?? "").Trim(),
            Name = Some(Filled(settings.Text("name") ?? "")) ?? "Hook",
            AgentId = Some(settings.Text("agentId")),
            SessionKey = key is null ? null : Some(Filled(key)),
            IsForeignKey = key?.Contains("{{", StringComparison.Ordinal) == true,
            Deliver = settings.Flag("deliver") != false,
            Channel = settings.Text("channel") is "last" ? null : Some(Filled(settings.Text("channel") ?? "")),
            To = Some(Filled(settings.Text("to") ?? "")),
            AccountId = Some(settings.Text("accountId")),
            Model = Some(Filled(settings.Text("model") ?? "")),
            Thinking = Some(Filled(settings.Text("thinking") ?? "")),
            TimeoutSeconds = settings.Member("timeoutSeconds") is { ValueKind: JsonValueKind.Number } seconds ? seconds.GetDouble() : null,
            IdempotencyKey = KeyOf(request),
            IsTrusted = mapping.IsTrusted,
        }.Checked();

        string Filled(string text) => template.Fill(text);
    }

    private HookOrder Checked()
    {
        if (Message.Length == 0)
            throw HookException.Invalid("message required");
        if (Channel is null != To is null)
            throw HookException.Invalid("channel and to belong together: give both, or neither");
        if (IdempotencyKey?.Length > MaxKeyLength)
            throw HookException.Invalid($"idempotencyKey is longer than {MaxKeyLength} characters");
        return TimeoutSeconds is <= 0 or > LongestRun or double.NaN
            ? throw HookException.Invalid($"timeoutSeconds is {TimeoutSeconds}; it must be more than 0 and at most {LongestRun}")
            : this;
    }

    private static string? KeyOf(HttpRequest request) =>
        Some(request.Headers["Idempotency-Key"].ToString()) ?? Some(request.Headers["X-OpenClaw-Idempotency-Key"].ToString());

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
