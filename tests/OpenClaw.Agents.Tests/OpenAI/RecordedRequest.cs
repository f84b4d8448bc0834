using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OpenClaw.Agents.Tests.OpenAI;

/// <summary>What a far end was asked.</summary>
internal sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    public static async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return new RecordedRequest(
            request.Method,
            request.Path,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            text.Length > 0 ? JsonElement.Parse(text) : default);
    }

    public bool Has(string member) => Body.TryGetProperty(member, out _);
}
