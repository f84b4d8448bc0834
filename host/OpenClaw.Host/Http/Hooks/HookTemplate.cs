using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>Fills <c>{{a.b[0].c}}</c> with values of a request. What is missing becomes nothing, objects become JSON; nothing is evaluated.</summary>
internal sealed class HookTemplate(JsonElement payload, HttpRequest request, string path, DateTimeOffset now)
{
    private const int MaxLength = 262_144;
    private const int MaxDepth = 16;

    public string Fill(string template)
    {
        var filled = new StringBuilder(Math.Min(template.Length, MaxLength));
        var rest = template.AsSpan();
        while (filled.Length < MaxLength && rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var open)
        {
            filled.Append(rest[..open]);
            rest = rest[(open + 2)..];
            var close = rest.IndexOf("}}", StringComparison.Ordinal);
            if (close < 0)
                return Cut(filled.Append("{{").Append(rest));
            filled.Append(ValueOf(rest[..close].Trim().ToString()));
            rest = rest[(close + 2)..];
        }

        return Cut(filled.Append(rest));
    }

    private static string Cut(StringBuilder text) => text.Length <= MaxLength ? text.ToString() : text.ToString(0, MaxLength);

    private string ValueOf(string expression)
    {
        if (expression == "now")
            return now.ToString("O", CultureInfo.InvariantCulture);
        if (expression == "path")
            return path;
        if (Behind(expression, "headers.") is { } header)
            return IsCredential(header) ? "" : request.Headers[header].ToString();
        if (Behind(expression, "query.") is { } name)
            return request.Query[name].ToString();
        return Find(Behind(expression, "payload.") ?? expression) is not { } value ? "" : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        };
    }

    private JsonElement? Find(string expression)
    {
        JsonElement? at = payload;
        var steps = expression.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length > MaxDepth)
            return null;
        foreach (var step in steps)
        {
            at = step is ['[', .. var index, ']']
                ? at is { ValueKind: JsonValueKind.Array } list && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < list.GetArrayLength()
                    ? list[place]
                    : null
                : at is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(step, out var member) ? member : null;
            if (at is null)
                return null;
        }

        return at;
    }

    private static bool IsCredential(string header) =>
        header.Equals("authorization", StringComparison.OrdinalIgnoreCase) || header.Equals(HookToken.Header, StringComparison.OrdinalIgnoreCase)
        || header.Equals("cookie", StringComparison.OrdinalIgnoreCase);

    private static string? Behind(string expression, string prefix) =>
        expression.StartsWith(prefix, StringComparison.Ordinal) ? expression[prefix.Length..] : null;
}
