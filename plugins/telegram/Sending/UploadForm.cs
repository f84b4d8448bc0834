using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>
/// A form with files. The names of its parts are quoted and in plain UTF-8: what .NET writes by itself is shown letter by letter by Telegram.
/// </summary>
internal static class UploadForm
{
    public static async Task<HttpContent> OfAsync(JsonObject parameters, IReadOnlyDictionary<string, Media> files, CancellationToken cancellationToken)
    {
        var form = new MultipartContent("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        try
        {
            foreach (var (name, value) in parameters)
                form.Add(Part(new StringContent(TextOf(value)), $"name=\"{name}\"", mediaType: null));
            foreach (var (name, media) in files)
            {
                var content = new StreamContent(await media.OpenReadAsync(cancellationToken));
                form.Add(Part(content, $"name=\"{name}\"; filename=\"{NameOf(media)}\"", media.MediaType));
            }

            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    private static HttpContent Part(HttpContent content, string disposition, string? mediaType)
    {
        content.Headers.ContentType = mediaType is not null && MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : null;
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; {disposition}");
        return content;
    }

    private static string TextOf(JsonNode? value) =>
        value is JsonValue single && single.GetValueKind() == JsonValueKind.String ? single.GetValue<string>() : value?.ToJsonString() ?? "";

    private static string NameOf(Media media)
    {
        var name = new StringBuilder();
        foreach (var rune in (media.FileName ?? "file").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not ('"' or '\\' or '/') && name.Length < 120)
                name.Append(rune.ToString());
        }

        return name.Length == 0 ? "file" : name.ToString();
    }
}
