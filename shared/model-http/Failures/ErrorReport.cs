using System.Text.Json;

namespace OpenClaw.Agents.Common.Failures;

/// <summary>What a far end says went wrong.</summary>
internal sealed record ErrorReport
{
    public int? Status { get; init; }

    public string Message { get; init; } = "";

    public string? Code { get; init; }

    public string? Type { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads the shapes seen in the wild: an error object, an error text, a detail, or a list of one of these.</summary>
    public static ErrorReport Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Parse(document.RootElement);
        }
        catch (JsonException)
        {
            return new ErrorReport { Message = body };
        }
    }

    public static ErrorReport Parse(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0)
            element = element[0];
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("error", out var inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            element = inner;
        if (element.ValueKind != JsonValueKind.Object)
            return new ErrorReport { Message = Text(element) ?? "" };
        var code = Member(element, "code");
        return new ErrorReport
        {
            Message = Member(element, "message") ?? Member(element, "detail") ?? element.GetRawText(),
            Code = code,
            Type = Member(element, "type") ?? Member(element, "status"),
            Status = int.TryParse(code, out var status) && status is >= 400 and <= 599 ? status : null,
        };
    }

    /// <summary>Whether the code, the type or the text holds one of the words.</summary>
    public bool Mentions(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Message.Contains(word, StringComparison.OrdinalIgnoreCase)
                || (Code?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false)
                || (Type?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };
}
