using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>A message with files. The names of its parts are quoted and in plain UTF-8: what .NET writes by itself is shown letter by letter.</summary>
internal static class UploadForm
{
    public const int MostFiles = 10;

    /// <summary>Makes the body anew for each try; without files it is JSON.</summary>
    public static Func<CancellationToken, ValueTask<HttpContent>> Of(JsonObject message, IReadOnlyList<Media> files)
    {
        if (files.Count == 0)
            return JsonBody.Of(message);
        message["attachments"] = new JsonArray([.. files.Select(static (file, number) => (JsonNode)new JsonObject { ["id"] = number, ["filename"] = NameOf(file) })]);
        var payload = message.ToJsonString();
        return token => FormAsync(payload, files, token);
    }

    private static async ValueTask<HttpContent> FormAsync(string payload, IReadOnlyList<Media> files, CancellationToken cancellationToken)
    {
        var form = new MultipartContent("form-data") { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        try
        {
            form.Add(Part(new StringContent(payload), "name=\"payload_json\"", "application/json"));
            for (var number = 0; number < files.Count; number++)
            {
                var content = new StreamContent(await files[number].OpenReadAsync(cancellationToken));
                form.Add(Part(content, $"name=\"files[{number}]\"; filename=\"{NameOf(files[number])}\"", files[number].MediaType));
            }

            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    private static HttpContent Part(HttpContent content, string disposition, string mediaType)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : null;
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; {disposition}");
        return content;
    }

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
