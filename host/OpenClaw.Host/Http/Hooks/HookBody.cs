using System.Text.Json;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>Reads the body of a request: bounded, within a deadline, as a JSON object.</summary>
internal static class HookBody
{
    private const int Chunk = 16_384;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <exception cref="HookException">It is too large, too slow, or no JSON object.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request, int most, TimeProvider time)
    {
        if (request.ContentLength > most)
            throw TooLarge();
        using var late = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, request.HttpContext.RequestAborted);
        using var body = new MemoryStream();
        var buffer = new byte[Chunk];
        try
        {
            while (await request.Body.ReadAsync(buffer, either.Token) is > 0 and var read)
            {
                if (body.Length + read > most)
                    throw TooLarge();
                body.Write(buffer, 0, read);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new HookException(StatusCodes.Status408RequestTimeout, "request body timeout");
        }

        return Parse(body);
    }

    private static JsonElement Parse(MemoryStream body)
    {
        try
        {
            var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
            LoneSurrogates.Replace(bytes);
            var json = bytes.IsEmpty ? JsonElement.Parse("{}") : JsonElement.Parse(bytes);
            return json.ValueKind == JsonValueKind.Object ? json : throw HookException.Invalid("the body must be a JSON object");
        }
        catch (JsonException)
        {
            throw HookException.Invalid("the body is not JSON");
        }
    }

    private static HookException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "payload too large");
}
